package dev.earlyphase.orchestrator.recipe;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

import dev.earlyphase.contracts.study.Observe.ProbeRequest;
import dev.earlyphase.contracts.study.Recipe;
import dev.earlyphase.core.probe.Probes;
import dev.earlyphase.core.pruning.StartPrunings;
import dev.earlyphase.core.task.LearningTask;
import dev.earlyphase.core.task.Tasks;
import dev.earlyphase.weights.perturbation.Perturbations;

/** Tables of the kinds that the registries know; one that is not described here fails. */
final class KindTables {
    private KindTables() {}

    static String perturbations() {
        String head = """
                | written | what becomes of the weights | usual in |
                |---|---|---|
                """;
        return head
                + Perturbations.kinds().stream()
                        .map(kind -> "| `%s` | %s | %s |%n"
                                .formatted(
                                        Perturbations.named(kind).orElseThrow().takesScale() ? kind + ":0.5" : kind,
                                        perturbation(kind),
                                        recipes(kind)))
                        .collect(Collectors.joining());
    }

    private static String recipes(String perturbation) {
        return Arrays.stream(Recipe.values())
                .filter(recipe -> Variants.of(recipe).stream()
                        .anyMatch(variant -> variant.kind().equals(perturbation)))
                .map(recipe -> "`" + recipe.id() + "`")
                .collect(Collectors.joining(", "));
    }

    static String tasks() {
        String head = """
                | kind | what is altered | `fraction` | `labels` |
                |---|---|---|---|
                """;
        return head
                + Tasks.kinds().stream()
                        .map(kind -> {
                            LearningTask task = Tasks.named(kind).orElseThrow();
                            return "| `%s` | %s | %s | %s |%n"
                                    .formatted(kind, task(kind), yes(task.takesFraction()), yes(task.draws()));
                        })
                        .collect(Collectors.joining());
    }

    static String rules() {
        return "| rule | what survives |\n|---|---|\n"
                + StartPrunings.rules().stream()
                        .map(rule -> "| `%s` | %s |%n".formatted(rule, rule(rule)))
                        .collect(Collectors.joining());
    }

    static String probes() {
        return "| kind | usual in |\n|---|---|\n"
                + Probes.kinds().stream()
                        .map(kind -> "| [`%s`](../measurements.md#%s) | %s |%n"
                                .formatted(
                                        kind,
                                        kind,
                                        Arrays.stream(Recipe.values())
                                                .filter(recipe -> UsualObservations.probes(recipe).stream()
                                                        .map(ProbeRequest::kind)
                                                        .toList()
                                                        .equals(List.of(kind)))
                                                .map(recipe -> "`" + recipe.id() + "`")
                                                .collect(Collectors.joining(", "))))
                        .collect(Collectors.joining());
    }

    private static String yes(boolean taken) {
        return taken ? "yes" : "";
    }

    private static String perturbation(String kind) {
        return switch (kind) {
            case "magnitudes-of-initialisation" -> "Magnitudes of the initialisation under the signs at k";
            case "magnitudes-redrawn" -> "Magnitudes drawn anew, as at initialisation, under the signs at k";
            case "signs-of-initialisation" -> "Magnitudes at k under the signs of the initialisation";
            case "shuffle-global" -> "Shuffled over all layers";
            case "shuffle-layer" -> "Shuffled within each layer";
            case "shuffle-filter" -> "Shuffled within each filter";
            case "shuffle-layer-same-sign" -> "Shuffled within each layer among those of the same sign";
            case "shuffle-filter-same-sign" -> "Shuffled within each filter among those of the same sign";
            case "shuffle-magnitudes-signs-of-initialisation" ->
                "Magnitudes shuffled within each layer, under the signs of the initialisation";
            case "noise" -> "Normal noise added; the scale is in standard deviations of the layer's initialisation";
            case "redrawn" -> "Drawn anew, as at initialisation";
            default -> throw new AssertionError("describe the perturbation " + kind);
        };
    }

    private static String task(String kind) {
        return switch (kind) {
            case "random-labels" -> "Training labels drawn uniformly from all classes";
            case "rotation" ->
                "Images turned by 0, 90, 180 or 270 degrees; the turn is to be told, so that there are"
                        + " four classes";
            case "blur" -> "Training images without detail, under their labels";
            case "blur-rotation" -> "Blurred, then turned";
            default -> throw new AssertionError("describe the task " + kind);
        };
    }

    private static String rule(String rule) {
        return switch (rule) {
            case "random" -> "Any weights";
            case "snip" -> "Those whose removal would change the loss most (Lee et al. 2019)";
            case "grasp" -> "Those whose removal would hurt the gradient flow most (Wang et al. 2020)";
            case "synflow" -> "Those through which most flows, without a look at any data (Tanaka et al. 2020)";
            default -> throw new AssertionError("describe the rule " + rule);
        };
    }
}
