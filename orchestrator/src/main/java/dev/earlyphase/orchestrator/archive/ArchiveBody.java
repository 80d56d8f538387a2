package dev.earlyphase.orchestrator.archive;

import java.io.InputStream;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Consumer;

import dev.earlyphase.contracts.archive.ArchivedStudy;
import dev.earlyphase.contracts.archive.ArchivedTrial;
import dev.earlyphase.contracts.archive.Lines;
import dev.earlyphase.contracts.error.Check;
import dev.earlyphase.contracts.error.DomainException.Invalid;
import dev.earlyphase.contracts.trial.TrialId;
import dev.earlyphase.orchestrator.json.JsonReader;

/** The body of a request: a study in the first line, and a trial in each further one, parents before children. */
final class ArchiveBody {
    /** What the lines after the first are called in the archive. */
    private static final String TRIALS = "trials.ndjson";

    private final Lines lines;
    private final JsonReader json;
    private final ArchivedStudy study;

    ArchiveBody(InputStream body, JsonReader json) {
        this.json = json;
        this.lines = new Lines(TRIALS, body);
        this.study = read(lines.next(), ArchivedStudy.class, "study.json");
    }

    ArchivedStudy study() {
        return study;
    }

    /** Hands on one trial after another, each of which rests on earlier ones alone. */
    void each(Consumer<ArchivedTrial> taker) {
        Set<TrialId> earlier = new HashSet<>();
        for (String line = lines.next(); line != null; line = lines.next()) {
            // The study's line is none of the file that the user sees.
            String place = TRIALS + " line " + (earlier.size() + 1);
            ArchivedTrial trial = read(line, ArchivedTrial.class, place);
            trial.needs()
                    .forEach(need -> Check.that(
                            earlier.contains(need.parent()),
                            place + ".needs",
                            need.parent(),
                            "a trial of an earlier line"));
            Check.that(earlier.add(trial.id()), place + ".id", trial.id(), "a trial that no earlier line has");
            taker.accept(trial);
        }
        Check.that(!earlier.isEmpty(), TRIALS, "no trial", "at least one");
    }

    private <T> T read(String line, Class<T> type, String place) {
        Check.given(line, place, "a JSON object");
        try {
            return json.readMessage(line, type);
        } catch (Invalid invalid) {
            throw invalid.under(place);
        }
    }
}
