package dev.earlyphase.cli.progress;

import java.time.Duration;

import dev.earlyphase.cli.terminal.Words;
import dev.earlyphase.contracts.study.StudyView.Progress;

/** A study's progress in one line: trials, iterations, the rate, the time left. */
final class ProgressLine {
    private static final int BAR = 20;

    private ProgressLine() {}

    /** @param perSecond iterations a second; 0 where that is not known */
    static String of(Progress progress, double perSecond) {
        String line = "[%s] %d of %s  %s of %s iterations"
                .formatted(
                        bar(progress),
                        progress.ended(),
                        Words.count(progress.of(), "trial"),
                        Words.number(progress.iterations()),
                        Words.number(progress.ofIterations()));
        if (perSecond == 0) {
            return line;
        }
        long left = progress.ofIterations() - progress.iterations();
        return "%s  %s it/s  %s left"
                .formatted(line, Words.rate(perSecond), Words.time(Duration.ofSeconds(Math.round(left / perSecond))));
    }

    private static String bar(Progress progress) {
        long done = progress.ofIterations() == 0 ? 0 : BAR * progress.iterations() / progress.ofIterations();
        int filled = Math.clamp(done, 0, BAR);
        return "#".repeat(filled) + ".".repeat(BAR - filled);
    }
}
