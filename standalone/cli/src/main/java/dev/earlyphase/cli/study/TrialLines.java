package dev.earlyphase.cli.study;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

import dev.earlyphase.cli.terminal.Words;
import dev.earlyphase.contracts.study.TrialView;
import dev.earlyphase.contracts.trial.Provenance;
import dev.earlyphase.contracts.trial.TrialId;
import dev.earlyphase.contracts.trial.TrialResult;

/** A trial as it stands, in lines for people. */
final class TrialLines {
    private TrialLines() {}

    static List<String> of(TrialView trial) {
        var lines = new ArrayList<String>();
        lines.add("trial " + trial.id());
        lines.add("  state      " + trial.state().id()
                + (trial.reason() == null ? "" : ", " + Words.safe(trial.reason())));
        if (trial.spec() != null) {
            lines.add("  trains     " + trial.spec().network().id() + " on "
                    + trial.spec().dataset().id() + ", seed " + trial.spec().seed());
        }
        lines.add("  iterations " + iterations(trial));
        lines.add("  attempts   " + trial.attempts() + ": earlyphase logs "
                + trial.id().brief());
        if (!trial.parents().isEmpty()) {
            lines.add("  parents    "
                    + trial.parents().stream().map(TrialId::brief).collect(Collectors.joining(", ")));
        }
        if (trial.result() != null) {
            result(trial.result()).forEach(lines::add);
        }
        if (trial.provenance() != null) {
            provenance(trial.provenance()).forEach(lines::add);
        }
        return lines;
    }

    private static String iterations(TrialView trial) {
        String at = "%s of %s to %s"
                .formatted(
                        Words.number(trial.iteration()),
                        Words.number(trial.beginIteration()),
                        Words.number(trial.endIteration()));
        return trial.iterationsPerSecond() == null || trial.iterationsPerSecond() <= 0
                ? at
                : "%s, %s it/s on %s"
                        .formatted(at, Words.rate(trial.iterationsPerSecond()), Words.safe(trial.worker()));
    }

    private static List<String> result(TrialResult result) {
        return List.of(
                "  accuracy   %s on the test images".formatted(Words.percent(result.testAccuracy())),
                "  density    %s of %s prunable weights"
                        .formatted(Words.percent(result.density()), Words.number(result.prunable())),
                "  time       " + Words.time(Duration.ofMillis(Math.round(1000 * result.seconds()))),
                "  weights    SHA-256 " + result.weightsSha256());
    }

    private static List<String> provenance(Provenance provenance) {
        return List.of(
                "  computed   by %s on %s, %s"
                        .formatted(
                                provenance.engine(), provenance.device(), Words.count(provenance.threads(), "thread")),
                "  data       %s, SHA-256 %s".formatted(provenance.dataLabel(), provenance.dataSha256()));
    }
}
