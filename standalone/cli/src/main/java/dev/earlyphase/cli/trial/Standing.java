package dev.earlyphase.cli.trial;

import dev.earlyphase.cli.terminal.Words;
import dev.earlyphase.contracts.study.TrialView;

/** How a trial stands, in the line below its attempts. */
final class Standing {
    private Standing() {}

    static String of(TrialView trial) {
        return "The trial is %s at %dit of %dit%s"
                .formatted(
                        trial.state().id(),
                        trial.iteration(),
                        trial.endIteration(),
                        trial.reason() == null ? "" : ": " + Words.safe(trial.reason()));
    }
}
