package dev.earlyphase.reliability.load;

import java.util.Set;
import java.util.stream.Collectors;

import dev.earlyphase.cli.home.ProcessIdentity;
import dev.earlyphase.cli.home.StackState;

/** The processes of a stack at a moment, to tell later which of them are others. */
record Restarts(Set<ProcessIdentity> before) {
    static Restarts since(StackState state) {
        return new Restarts(processes(state));
    }

    int until(StackState state) {
        return (int) processes(state).stream()
                .filter(process -> !before.contains(process))
                .count();
    }

    private static Set<ProcessIdentity> processes(StackState state) {
        return state.children().stream().map(StackState.Child::process).collect(Collectors.toSet());
    }
}
