package dev.earlyphase.cli.progress;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

import dev.earlyphase.cli.api.Trials;
import dev.earlyphase.cli.exit.ExitCode;
import dev.earlyphase.cli.exit.Failure;
import dev.earlyphase.cli.exit.Interruption;
import dev.earlyphase.cli.terminal.Terminal;
import dev.earlyphase.cli.terminal.Words;
import dev.earlyphase.contracts.study.TrialView;
import dev.earlyphase.contracts.trial.TrialState;

/** Follows a trial that is trained again, however long that takes, as long as something happens. */
public final class Repetition {
    private final Trials trials;
    private final PassingLine line;
    private final Asking asking;
    private final Duration silenceLimit;
    private final Clock clock;

    /** @param silenceLimit how long nothing may happen to the trial */
    public Repetition(Trials trials, Terminal terminal, Duration silenceLimit, Clock clock) {
        this.trials = trials;
        this.line = new PassingLine(terminal);
        this.asking = new Asking(line::show);
        this.silenceLimit = silenceLimit;
        this.clock = clock;
    }

    /** What distinguishes two answers between which something has happened. */
    private record Sign(TrialState state, int attempts, int iteration) {
        static Sign of(TrialView trial) {
            return new Sign(trial.state(), trial.attempts(), trial.iteration());
        }
    }

    /** Whether a repetition was asked for that has not ended. */
    public static boolean isUnderWay(TrialView trial) {
        return trial.verification() != null
                && trial.verification().equal() == null
                && (!trial.state().ended() || trial.state() == TrialState.COMPLETED);
    }

    /**
     * Returns the trial when its weights have been compared.
     *
     * @param trial whose repetition is under way
     * @throws Failure if it did not complete, or nothing happened for too long
     */
    public TrialView untilCompared(TrialView trial) {
        TrialView now = trial;
        Sign lastSign = Sign.of(now);
        Instant heard = clock.instant();
        while (isUnderWay(now)) {
            if (Duration.between(heard, clock.instant()).compareTo(silenceLimit) > 0) {
                throw silent(now);
            }
            line.show(RepetitionLine.of(now));
            Interruption.pause(Asking.EVERY);
            now = asking.answer(() -> trials.read(trial.id().value()));
            if (!Sign.of(now).equals(lastSign)) {
                lastSign = Sign.of(now);
                heard = clock.instant();
            }
        }
        if (now.verification() == null || now.verification().equal() == null) {
            throw Failure.ofWork("Nothing was compared: the trial is %s%s"
                    .formatted(now.state().id(), now.reason() == null ? "" : ", " + now.reason()));
        }
        return now;
    }

    private Failure silent(TrialView trial) {
        return new Failure(
                ExitCode.NOT_REACHABLE,
                "Nothing happened to trial %s for %s: %s. It goes on without this command; to follow it further: earlyphase replay %s"
                        .formatted(
                                trial.id().brief(),
                                Words.time(silenceLimit),
                                RepetitionLine.of(trial),
                                trial.id().brief()));
    }
}
