package dev.earlyphase.orchestrator.recipe;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.databind.JsonNode;

import dev.earlyphase.contracts.catalog.NetworkName;
import dev.earlyphase.contracts.study.IterativePruning;
import dev.earlyphase.contracts.study.Observe;
import dev.earlyphase.contracts.study.Recipe;
import dev.earlyphase.contracts.study.Scheduling;
import dev.earlyphase.contracts.study.StudyRequest;
import dev.earlyphase.contracts.study.TrainingOptions;
import dev.earlyphase.contracts.trial.Pruning;
import dev.earlyphase.contracts.trial.Task;
import dev.earlyphase.contracts.trial.Training;
import dev.earlyphase.contracts.trial.UsualTraining;

/** Writes docs/reference/study.md from the records that a study is read into. */
final class StudyPage {
    private static final String HEAD = """
            # What a study may say

            Generated from the records in `contracts`, which refuse what is not allowed; write it anew with
            `mvn -pl contracts,weights,trainer-worker,trainer-worker/core,orchestrator -am test -Dtest=StudyPageTest
            -Dsurefire.failIfNoSpecifiedTests=false -Dearlyphase.write-docs=true`.

            A study is one YAML document or JSON object, at most 1 MB. A field that nobody knows is refused. How to ask for
            which figure: [studies](../studies.md).

            ```yaml
            recipe: imp-rewinding
            network: lenet-300-100
            dataset: mnist
            seeds: [1, 2]
            rewind: [0it, 200it]
            levels: 5
            training: {end: 4ep}
            ```

            ## Moments

            A moment of training is so many epochs and so many iterations after them: `160ep`, `500it`, `120ep50it`. `0it` is
            before the first iteration. Moments of a study lie in its training, from `0it` to `training.end`.

            ## Recipes

            | recipe | what it is | trials |
            |---|---|---|
            """;
    private static final List<String> USUAL = List.of(
            "end", "batchSize", "learningRate", "momentum", "weightDecay", "milestones", "decay", "warmup", "augment");
    private static final String LEAST = """
            {"recipe": "%s", "network": "resnet-20", "dataset": "cifar-10", "seeds": [1]%s}""";

    private StudyPage() {}

    static String text() {
        Map<Class<?>, List<Recipe>> kinds = Arrays.stream(Recipe.values())
                .collect(Collectors.groupingBy(
                        recipe -> fields(recipe).type(), LinkedHashMap::new, Collectors.toList()));
        return HEAD
                + Arrays.stream(Recipe.values()).map(StudyPage::row).collect(Collectors.joining())
                + section("Fields of every recipe", fields(Recipe.DENSE).table(StudyRequest.class, Object.class))
                + section(
                        "Fields of recipes that prune",
                        fields(Recipe.IMP_REWINDING).table(IterativePruning.class, StudyRequest.class))
                + kinds.values().stream().map(StudyPage::own).collect(Collectors.joining())
                + section(
                        "training",
                        "What is left out is as the papers train the network.",
                        RequestFields.of(TrainingOptions.class, "{}").table(),
                        usualTraining())
                + section("pruning", RequestFields.of(Pruning.class, "{}").table())
                + section("observe", RequestFields.of(Observe.class, "{}").table())
                + section("scheduling", RequestFields.of(Scheduling.class, "{}").table())
                + section(
                        "Probes",
                        "Options and what is measured: [measurements](../measurements.md).",
                        RequestFields.of(Observe.ProbeRequest.class, "{\"kind\": \"hessian\"}")
                                .table(),
                        KindTables.probes())
                + section(
                        "Tasks",
                        RequestFields.of(Task.class, "{\"kind\": \"random-labels\"}")
                                .table(),
                        KindTables.tasks())
                + section("Perturbations", "Of the surviving weights, at k.", KindTables.perturbations())
                + section("Pruning rules", KindTables.rules());
    }

    private static String row(Recipe recipe) {
        var study = (StudyRequest) fields(recipe).read();
        return "| `%s` | %s | %s |%n"
                .formatted(
                        recipe.id(),
                        RequestFields.meaning(recipe).substring(2),
                        Expansion.experiment(study).count().formula());
    }

    private static String own(List<Recipe> recipes) {
        RequestFields fields = fields(recipes.getFirst());
        boolean prunes = IterativePruning.class.isAssignableFrom(fields.type());
        String names = recipes.stream().map(recipe -> "`" + recipe.id() + "`").collect(Collectors.joining(", "));
        String table = fields.table(fields.type(), prunes ? IterativePruning.class : StudyRequest.class);
        return section(
                names,
                prunes ? "Also [the fields of recipes that prune](#fields-of-recipes-that-prune)." : "",
                table.isEmpty() ? "No further fields." : table);
    }

    /** Networks that are trained alike stand in one row. */
    private static String usualTraining() {
        Map<Training, List<NetworkName>> alike = Arrays.stream(NetworkName.values())
                .collect(Collectors.groupingBy(UsualTraining::of, LinkedHashMap::new, Collectors.toList()));
        String head = "| network | " + String.join(" | ", USUAL) + " |\n|---" + "|---".repeat(USUAL.size()) + "|\n";
        return head
                + alike.entrySet().stream()
                        .map(row -> {
                            JsonNode training = RequestFields.JSON.valueToTree(row.getKey());
                            return "| %s | %s |%n"
                                    .formatted(
                                            row.getValue().stream()
                                                    .map(NetworkName::id)
                                                    .collect(Collectors.joining(", ")),
                                            USUAL.stream()
                                                    .map(field -> RequestFields.yaml(training.path(field)))
                                                    .collect(Collectors.joining(" | ")));
                        })
                        .collect(Collectors.joining());
    }

    private static RequestFields fields(Recipe recipe) {
        Class<?> type = Arrays.stream(
                        StudyRequest.class.getAnnotation(JsonSubTypes.class).value())
                .filter(kind -> kind.name().equals(recipe.id()))
                .findFirst()
                .orElseThrow()
                .value();
        String further = recipe == Recipe.IMP_REWINDING
                ? ", \"levels\": 6, \"rewind\": [\"500it\"]"
                : IterativePruning.class.isAssignableFrom(type) ? ", \"levels\": 6" : "";
        return RequestFields.of(type, LEAST.formatted(recipe.id(), further));
    }

    private static String section(String title, String... parts) {
        return "\n## " + title + "\n"
                + Arrays.stream(parts)
                        .filter(part -> !part.isEmpty())
                        .map(part -> "\n" + part.strip() + "\n")
                        .collect(Collectors.joining());
    }
}
