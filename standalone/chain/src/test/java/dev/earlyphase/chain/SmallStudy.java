package dev.earlyphase.chain;

import dev.earlyphase.cli.api.StudyFile;

/** LeNet-300-100 on some of the generated images: rewound to 0it and 20it, two levels. */
final class SmallStudy {
    /** Of one seed: the dense run, and two levels for each of two rewinding points. */
    static final int TRIALS_OF_A_SEED = 5;

    private SmallStudy() {}

    /** @param seeds such as {@code 1, 2} */
    static StudyFile of(String seeds, String end) {
        return new StudyFile("""
                recipe: imp-rewinding
                network: lenet-300-100
                dataset: strokes
                seeds: [%s]
                rewind: [0it, 20it]
                levels: 2
                training:
                  end: %s
                  trainExamples: 2000
                  momentum: 0.5
                observe: {evaluateEvery: 1000it}
                """.formatted(seeds, end), "application/yaml");
    }

    /** One trial. */
    static StudyFile dense(String end) {
        return new StudyFile(
                "{recipe: dense, network: lenet-300-100, dataset: strokes, seeds: [1], %s, %s}"
                        .formatted(
                                "training: {end: %s, trainExamples: 2000}".formatted(end),
                                "observe: {evaluateEvery: 1000it}"),
                "application/yaml");
    }

    /**
     * Any recipe, for thirty iterations.
     *
     * @param fields that the recipe needs beside, such as {@code rewind: [10it], levels: 2}; none where empty or null
     */
    static StudyFile ofRecipe(String recipe, String fields) {
        return new StudyFile(
                "{recipe: %s, network: lenet-300-100, dataset: strokes, seeds: [1], %s"
                                .formatted(recipe, "training: {end: 30it, trainExamples: 2000}")
                        + (fields == null || fields.isEmpty() ? "}" : ", " + fields + "}"),
                "application/yaml");
    }
}
