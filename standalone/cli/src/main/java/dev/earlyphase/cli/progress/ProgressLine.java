package dev.earlyphase.cli.progress;

import java.time.Duration;
import java.util.List;

import dev.earlyphase.cli.terminal.Words;
import dev.earlyphase.contracts.study.StudyView.Progress;

/** A study's progress: trials, iterations, the rate, the time left. */
final class ProgressLine {
    private static final int BAR = 20;

    private ProgressLine() {}

    /** In one line. */
    static String of(Progress progress, double perSecond) {
        return String.join("  ", lines(progress, perSecond));
    }

    /**
     * In lines that fit a terminal: the trials, then the iterations.
     *
     * @param perSecond iterations a second; 0 where that is not known
     */
    static List<String> lines(Progress progress, double perSecond) {
        double done = progress.ofIterations() == 0 ? 0 : (double) progress.iterations() / progress.ofIterations();
        String trials = "[%s] %d of %s"
                .formatted(TrialBars.bar(done, BAR), progress.ended(), Words.count(progress.of(), "trial"));
        String iterations = "%s of %s iterations"
                .formatted(Words.number(progress.iterations()), Words.number(progress.ofIterations()));
        if (perSecond == 0) {
            return List.of(trials, iterations);
        }
        long left = progress.ofIterations() - progress.iterations();
        return List.of(
                trials,
                "%s  %s it/s  %s left"
                        .formatted(
                                iterations,
                                Words.rate(perSecond),
                                Words.time(Duration.ofSeconds(Math.round(left / perSecond)))));
    }
}
