package dev.earlyphase.cli.progress;

import java.time.Duration;

import dev.earlyphase.cli.terminal.Words;
import dev.earlyphase.contracts.study.TrialView;

/** In one line, how far the repetition of a trial is, or what it waits for. */
final class RepetitionLine {
    private RepetitionLine() {}

    static String of(TrialView trial) {
        return switch (trial.state()) {
            case RUNNING -> running(trial);
            case WAITING -> "waiting for the trials that it begins with";
            case READY -> "waiting for a free worker";
            case DISPATCHED -> "waiting for a worker to claim it";
            case COMPLETED -> "waiting for the checksum of the repetition";
            case DIVERGED, FAILED, BLOCKED, CANCELLED -> trial.state().id();
        };
    }

    private static String running(TrialView trial) {
        String line =
                "%s of %s iterations".formatted(Words.number(trial.iteration()), Words.number(trial.endIteration()));
        Double rate = trial.iterationsPerSecond();
        if (rate == null || rate <= 0) {
            return line;
        }
        long left = trial.endIteration() - trial.iteration();
        return "%s  %s it/s  %s left"
                .formatted(line, Words.rate(rate), Words.time(Duration.ofSeconds(Math.round(left / rate))));
    }
}
