package dev.earlyphase.cli.stack;

import java.util.Optional;

import dev.earlyphase.cli.exit.Failure;
import dev.earlyphase.cli.home.Home;
import dev.earlyphase.cli.home.StackState;

/** What runs in a home, seen from another process than its supervisor. */
public final class RunningStack {
    private RunningStack() {}

    /** The stack of a living supervisor, ready or still starting. */
    public static Optional<StackState> in(Home home) {
        return home.state().read().filter(state -> state.supervisor().isAlive());
    }

    /** What a second supervisor is told. */
    static Failure refusal(Home home) {
        return Failure.ofWork(
                in(home).map(state -> "A stack runs in %s already: process %d, %s. Stop it with: earlyphase down"
                                .formatted(home, state.supervisor().pid(), state.gateway()))
                        .orElse("Another process is about to start or to stop a stack in " + home
                                + ". Try again in a moment."));
    }
}
