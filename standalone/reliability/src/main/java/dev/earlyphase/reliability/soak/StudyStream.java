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
    private static final int KEPT = 3;

    private final Studies studies;
    private final Terminal terminal;
    private final Deque<String> kept = new ArrayDeque<>();
    private int seed;

    StudyStream(Studies studies, Terminal terminal) {
        this.studies = studies;
        this.terminal = terminal;
    }

    /** Returns when as many studies are kept as ever will be: what grows from then on grows for another reason. */
    void fill() {
        while (kept.size() < KEPT) {
            next();
        }
    }

    /** Returns how many studies there were, those of the beginning too. */
    int until(Instant end) {
        while (Instant.now().isBefore(end)) {
            next();
        }
        return seed;
    }

    private void next() {
        seed++;
        String study = studies.submit(file(seed)).study().id();
        new Watch(studies, terminal).untilEnd(study);
        read(study);
        kept.addLast(study);
        if (kept.size() > KEPT) {
            studies.delete(kept.removeFirst());
        }
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
