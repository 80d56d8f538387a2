package dev.earlyphase.orchestrator.recipe;

import java.util.List;
import java.util.Map;

import dev.earlyphase.contracts.error.Check;
import dev.earlyphase.contracts.trial.Perturbation;
import dev.earlyphase.contracts.trial.Task;
import dev.earlyphase.weights.perturbation.Perturbations;

/** What the registries know of the kinds that a request names; a kind that none knows is refused. */
final class Kinds {
    private static final List<String> TASKS = List.of("random-labels", "rotation", "blur", "blur-rotation");
    private static final List<String> PROBES = List.of("hessian", "noise-scale", "fisher");
    private static final List<String> RULES = List.of("random", "snip", "grasp", "synflow");

    private Kinds() {}

    static void check(Perturbation perturbation, String field) {
        var rule = Perturbations.named(perturbation.kind());
        Check.that(rule.isPresent(), field, perturbation, oneOf(Perturbations.kinds()));
        String scaled = perturbation.kind() + " with a scale above 0, such as " + perturbation.kind() + ":0.5";
        boolean takesScale = rule.get().takesScale();
        Check.that(
                takesScale == perturbation.scale() > 0,
                field,
                perturbation,
                takesScale ? scaled : perturbation.kind() + " without a scale");
    }

    static void check(Task task, String field) {
        Check.that(TASKS.contains(task.kind()), field + ".kind", task.kind(), oneOf(TASKS));
    }

    /** Whether the task's classes are those of the data set, so that its output layer can serve the main task. */
    static boolean keepsClasses(String task) {
        return !task.contains("rotation");
    }

    static void checkProbe(String kind, Map<String, Double> options, String field) {
        Check.that(PROBES.contains(kind), field + ".kind", kind, oneOf(PROBES));
    }

    static void checkRule(String rule, String field) {
        Check.that(RULES.contains(rule), field, rule, oneOf(RULES));
    }

    private static String oneOf(List<String> names) {
        return "one of " + String.join(", ", names);
    }
}
