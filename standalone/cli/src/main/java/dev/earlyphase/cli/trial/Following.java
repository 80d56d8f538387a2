package dev.earlyphase.cli.trial;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

import dev.earlyphase.cli.api.Trials;
import dev.earlyphase.cli.exit.Interruption;
import dev.earlyphase.cli.terminal.Terminal;
import dev.earlyphase.contracts.study.AttemptView;
import dev.earlyphase.contracts.study.TrialView;

/** Says what happens to a trial while it happens, until it has ended. */
final class Following {
    private static final Duration EVERY = Duration.ofSeconds(1);

    private final Trials trials;
    private final Terminal terminal;
    private final Predicate<AttemptView> wanted;
    private final Set<Integer> begun = new HashSet<>();
    private final Set<Integer> ended = new HashSet<>();

    Following(Trials trials, Terminal terminal, Predicate<AttemptView> wanted) {
        this.trials = trials;
        this.terminal = terminal;
        this.wanted = wanted;
    }

    void untilEnd(String id) {
        while (true) {
            // The trial first: what its attempts say then is at least as new.
            TrialView trial = trials.read(id);
            trials.attempts(id).stream().filter(wanted).forEach(attempt -> tell(id, attempt));
            if (trial.state().ended()) {
                terminal.line(Standing.of(trial));
                return;
            }
            if (terminal.isInteractive()) {
                terminal.passing(Standing.of(trial));
            }
            Interruption.pause(EVERY);
        }
    }

    private void tell(String id, AttemptView attempt) {
        if (begun.add(attempt.number())) {
            terminal.line(AttemptLines.begin(attempt));
        }
        if (attempt.ended() != null && ended.add(attempt.number())) {
            List<String> lines = AttemptLines.rest(attempt, trials.log(id, attempt.number()));
            lines.forEach(terminal::line);
        }
    }
}
