package dev.earlyphase.orchestrator.recipe;

import java.util.List;
import java.util.Map;

import dev.earlyphase.contracts.catalog.DataSetName;
import dev.earlyphase.contracts.error.Check;
import dev.earlyphase.contracts.error.DomainException.Invalid;
import dev.earlyphase.contracts.trial.Perturbation;
import dev.earlyphase.contracts.trial.Task;
import dev.earlyphase.core.probe.Probes;
import dev.earlyphase.core.pruning.StartPrunings;
import dev.earlyphase.core.task.LearningTask;
import dev.earlyphase.core.task.Tasks;
import dev.earlyphase.weights.perturbation.Perturbations;

/** What the registries know of the kinds that a request names; what none knows is refused. */
final class Kinds {
    private Kinds() {}

    static void check(Perturbation perturbation, String field) {
        var rule = Perturbations.named(perturbation.kind());
        Check.that(rule.isPresent(), field, perturbation, oneOf(Perturbations.kinds()));
        boolean takesScale = rule.get().takesScale();
        Check.that(
                takesScale == perturbation.scale() > 0,
                field,
                perturbation,
                takesScale
                        ? perturbation.kind() + " with a scale above 0, such as " + perturbation.kind() + ":0.5"
                        : perturbation.kind() + " without a scale");
    }

    static void check(Task task, String field) {
        var known = Tasks.named(task.kind());
        Check.that(known.isPresent(), field + ".kind", task.kind(), oneOf(Tasks.kinds()));
        LearningTask kind = known.get();
        Check.that(
                kind.takesFraction() || task.fraction() == 1,
                field + ".fraction",
                task.fraction(),
                "nothing or 1: " + task.kind() + " takes all images");
        Check.that(
                kind.draws() || task.labels() == Task.Labels.PER_IMAGE,
                field + ".labels",
                "per-epoch",
                "nothing or per-image: nothing is drawn for " + task.kind());
    }

    /** Whether a known task's classes are those of the data set, so that its output layer can serve the main task. */
    static boolean keepsClasses(String task) {
        return Tasks.named(task).orElseThrow().classes(DataSetName.CLASSES) == DataSetName.CLASSES;
    }

    static void checkProbe(String kind, Map<String, Double> options, String field) {
        try {
            Probes.check(kind, options);
        } catch (Invalid invalid) {
            throw invalid.under(field);
        }
    }

    static void checkRule(String rule, String field) {
        Check.that(StartPrunings.rules().contains(rule), field, rule, oneOf(StartPrunings.rules()));
    }

    private static String oneOf(List<String> names) {
        return "one of " + String.join(", ", names);
    }
}
