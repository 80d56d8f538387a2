package dev.earlyphase.reliability.soak;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;

import dev.earlyphase.cli.api.Studies;
import dev.earlyphase.cli.api.StudyFile;
import dev.earlyphase.cli.progress.Watch;
import dev.earlyphase.cli.terminal.Terminal;

/** One small study after another: submitted, finished, read, and deleted once some newer ones are there. */
final class StudyStream {
    private static final int KEPT = 5;

    private final Studies studies;
    private final Terminal terminal;
    private final Deque<String> kept = new ArrayDeque<>();

    StudyStream(Studies studies, Terminal terminal) {
        this.studies = studies;
        this.terminal = terminal;
    }

    /** Returns how many studies there were. */
    int until(Instant end) {
        int seed = 0;
        while (Instant.now().isBefore(end)) {
            seed++;
            String study = studies.submit(file(seed)).study().id();
            new Watch(studies, terminal).untilEnd(study);
            read(study);
            kept.addLast(study);
            if (kept.size() > KEPT) {
                studies.delete(kept.removeFirst());
            }
        }
        return seed;
    }

    private void read(String study) {
        var figures = studies.figures(study);
        figures.text("figure-1", "json", true);
        figures.text("figure-1", "svg", false);
        studies.provenance(study);
        studies.storage(study);
    }

    /** Six trials, each of which writes checkpoints and telemetry. */
    private static StudyFile file(int seed) {
        return new StudyFile("""
                recipe: imp-rewinding
                name: soak %1$d
                network: lenet-300-100
                dataset: strokes
                seeds: [%1$d]
                rewind: [0it, 20it]
                levels: 2
                training: {end: 300it, trainExamples: 2000}
                """.formatted(seed), "application/yaml");
    }
}
