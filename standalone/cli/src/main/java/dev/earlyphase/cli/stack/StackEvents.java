package dev.earlyphase.cli.stack;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;

import dev.earlyphase.cli.exit.Failure;
import dev.earlyphase.cli.home.ProcessIdentity;
import dev.earlyphase.cli.terminal.Terminal;
import dev.earlyphase.cli.terminal.Words;

/** Says what happens to the units of a stack, keeps its state up to date, and breaks it when one has given up. */
final class StackEvents implements Supervised.Events {
    private final LiveState state;
    private final Terminal terminal;
    private final CompletableFuture<Void> broken;
    private final Set<String> known = ConcurrentHashMap.newKeySet();

    /** @param broken completed with the failure when a unit has died too often */
    StackEvents(LiveState state, Terminal terminal, CompletableFuture<Void> broken) {
        this.state = state;
        this.terminal = terminal;
        this.broken = broken;
    }

    @Override
    public void launched(Unit unit, ProcessIdentity process) {
        state.launched(unit, process);
    }

    @Override
    public void ready(Unit unit, Duration after) {
        if (known.add(unit.name())) {
            terminal.line("  %-12s  %s  (%s)", unit.name(), unit, Words.time(after));
        } else {
            terminal.line("%s answers again after %s", unit.name(), Words.time(after));
        }
    }

    @Override
    public void died(Unit unit, String how, Duration pause) {
        terminal.line("%s %s: starting it again in %s", unit.name(), how, Words.time(pause));
    }

    @Override
    public void gaveUp(Unit unit, String how, String logTail) {
        broken.completeExceptionally(
                Failure.ofWork("%s %s, again and again within seconds. %s".formatted(unit.name(), how, logTail)));
    }
}
