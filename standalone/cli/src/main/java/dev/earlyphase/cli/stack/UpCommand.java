package dev.earlyphase.cli.stack;

import java.net.URI;
import java.util.stream.Collectors;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

import dev.earlyphase.cli.home.HomeOption;
import dev.earlyphase.cli.home.Repository;
import dev.earlyphase.cli.home.StackState;
import dev.earlyphase.cli.terminal.Terminal;
import dev.earlyphase.cli.terminal.Words;

/** {@code up}. */
@Command(
        name = "up",
        description = "Start the whole stack on this machine, until Ctrl-C or 'down'.",
        footer = {
            "",
            "Examples:",
            "  earlyphase up --workers 2",
            "  earlyphase up --home /data/lottery --data /data/sets --detach"
        })
public final class UpCommand implements Runnable {
    @Mixin
    private HomeOption homeOption;

    @Mixin
    private StackOption stackOption;

    @Option(names = "--detach", description = "Return when the stack is ready and leave it running.")
    private boolean detach;

    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        Terminal terminal = Terminal.of(spec.commandLine().getOut());
        StackOptions options = stackOption.options(homeOption.home());
        if (detach) {
            runInBackground(options, terminal);
        } else {
            runHere(options, terminal);
        }
    }

    private void runHere(StackOptions options, Terminal terminal) {
        try (Stack stack = Stack.start(Repository.current(), options, terminal)) {
            terminal.line(readiness(options, stack.gateway()));
            terminal.line(metrics(stack.state()));
            terminal.line("Ctrl-C stops it.");
            stack.awaitEnd();
        }
    }

    private void runInBackground(StackOptions options, Terminal terminal) {
        RunningStack.in(options.home()).ifPresent(running -> {
            throw RunningStack.refusal(options.home());
        });
        terminal.line("Starting in %s", options.home());
        var state = Detached.start(Repository.current(), options);
        terminal.line(readiness(options, state.gateway()));
        terminal.line(metrics(state));
        terminal.line("earlyphase down stops it.");
    }

    private static String metrics(StackState state) {
        return state.children().stream()
                .flatMap(child -> child.metrics().stream().map(url -> child.name() + " " + url))
                .collect(Collectors.joining(", ", "Metrics: ", ""));
    }

    private static String readiness(StackOptions options, URI gateway) {
        return "Ready: %s with %s of %s"
                .formatted(gateway, Words.count(options.workers(), "worker"), Words.count(options.slots(), "slot"));
    }
}
