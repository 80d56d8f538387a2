package dev.earlyphase.reliability.chaos;

import java.util.List;
import java.util.stream.IntStream;

import dev.earlyphase.cli.api.StudyFile;

/**
 * Small studies of iterative pruning, submitted one after another so that there is work whenever a fault strikes.
 *
 * @param count how many studies
 */
record Portions(int count) {
    /** The dense run, and two levels for each of two rewinding points. */
    static final int TRIALS_OF_EACH = 5;

    /** Enough for so many trials. */
    static Portions ofTrials(int trials) {
        return new Portions(Math.ceilDiv(trials, TRIALS_OF_EACH));
    }

    int trials() {
        return count * TRIALS_OF_EACH;
    }

    List<StudyFile> studies() {
        return IntStream.rangeClosed(1, count).mapToObj(Portions::study).toList();
    }

    /** Momentum and a checkpoint in the midst, so that resuming must restore both. */
    private static StudyFile study(int seed) {
        return new StudyFile("""
                recipe: imp-rewinding
                name: chaos %1$d
                network: lenet-300-100
                dataset: strokes
                seeds: [%1$d]
                rewind: [0it, 20it]
                levels: 2
                training:
                  end: 600it
                  trainExamples: 2000
                  momentum: 0.5
                observe: {evaluateEvery: 200it, checkpoints: [300it]}
                """.formatted(seed), StudyFile.YAML);
    }
}
