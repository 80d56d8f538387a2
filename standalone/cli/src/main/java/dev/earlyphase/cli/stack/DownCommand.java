package dev.earlyphase.cli.stack;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

import dev.earlyphase.cli.home.Home;
import dev.earlyphase.cli.home.HomeOption;
import dev.earlyphase.cli.home.StackState;
import dev.earlyphase.cli.terminal.Terminal;

/** {@code down}. */
@Command(
        name = "down",
        description = "Stop the stack; its data stay.",
        footer = {"", "Example:", "  earlyphase down --home /data/lottery"})
public final class DownCommand implements Runnable {
    /** Longer than all limits of the supervisor's own stopping together. */
    private static final Duration LIMIT = Duration.ofSeconds(180);

    @Mixin
    private HomeOption homeOption;

    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        Home home = homeOption.home();
        Terminal terminal = Terminal.of(spec.commandLine().getOut());
        Optional<StackState> left = home.state().read();
        if (left.isEmpty()) {
            terminal.line("Nothing runs in %s", home);
            return;
        }
        stop(home, left.get(), terminal);
    }

    private static void stop(Home home, StackState left, Terminal terminal) {
        boolean supervised = left.supervisor().isAlive();
        if (supervised) {
            terminal.line(
                    "Stopping %s, process %d", left.gateway(), left.supervisor().pid());
            Orphans.stop(Stream.of(left.supervisor()), LIMIT);
        }
        // Empty after an orderly end; a supervisor that was killed has left its children and the file.
        List<String> orphans = home.state().read().map(Orphans::stop).orElse(List.of());
        home.state().delete();
        if (!orphans.isEmpty()) {
            terminal.line("Stopped what a killed run had left: %s", String.join(", ", orphans));
        }
        terminal.line(supervised || !orphans.isEmpty() ? "Stopped" : "Nothing ran any more in " + home);
    }
}
