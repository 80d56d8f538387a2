package dev.earlyphase.cli.progress;

import java.time.Duration;

import dev.earlyphase.cli.terminal.Words;
import dev.earlyphase.contracts.study.StudyView.Progress;

/** A study's progress in one line: trials, iterations, the rate, the time left. */
final class ProgressLine {
    private static final int BAR = 20;

    private ProgressLine() {}

    static String of(Progress progress) {
        return "[%s] %d of %s  %s of %s iterations%s%s"
                .formatted(
                        bar(progress),
                        progress.ended(),
                        Words.count(progress.of(), "trial"),
                        Words.number(progress.iterations()),
                        Words.number(progress.ofIterations()),
                        progress.iterationsPerSecond() > 0
                                ? "  " + Words.rate(progress.iterationsPerSecond()) + " it/s"
                                : "",
                        progress.secondsLeft() == null
                                ? ""
                                : "  " + Words.time(Duration.ofSeconds(Math.round(progress.secondsLeft()))) + " left");
    }

    private static String bar(Progress progress) {
        long done = progress.ofIterations() == 0 ? 0 : BAR * progress.iterations() / progress.ofIterations();
        int filled = Math.clamp(done, 0, BAR);
        return "#".repeat(filled) + ".".repeat(BAR - filled);
    }
}
