package dev.earlyphase.cli.stack;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import dev.earlyphase.cli.exit.Failure;
import dev.earlyphase.cli.exit.Interruption;
import dev.earlyphase.cli.home.Repository;
import dev.earlyphase.cli.home.StackState;
import dev.earlyphase.launcher.ManagedProcess;
import dev.earlyphase.launcher.ProcessCommand;

/** A supervisor in the background, which goes on when the command that started it has returned. */
final class Detached {
    static final String NAME = "supervisor";

    private static final String MAIN_CLASS = "dev.earlyphase.cli.Main";
    private static final Duration LIMIT = Duration.ofMinutes(5);
    private static final Duration LOOK_EVERY = Duration.ofMillis(200);

    private Detached() {}

    /**
     * Starts it and waits until its stack is ready.
     *
     * @throws Failure if the stack does not start, with what the supervisor had to say
     */
    static StackState start(Repository repository, StackOptions options) {
        ManagedProcess supervisor = ManagedProcess.start(new ProcessCommand(
                NAME, command(repository, options), Map.of(), options.home().log(NAME)));
        Instant deadline = Instant.now().plus(LIMIT);
        while (Instant.now().isBefore(deadline)) {
            var state = RunningStack.in(options.home())
                    .filter(found -> found.ready() && found.supervisor().pid() == supervisor.pid());
            if (state.isPresent()) {
                return state.get();
            }
            if (!supervisor.isAlive()) {
                throw Failure.ofWork("The stack does not start. The end of %s:%n%s"
                        .formatted(supervisor.log(), supervisor.logTail()));
            }
            Interruption.pause(LOOK_EVERY);
        }
        supervisor.close();
        throw Failure.ofWork("The stack was not ready within %d s. The end of %s:%n%s"
                .formatted(LIMIT.toSeconds(), supervisor.log(), supervisor.logTail()));
    }

    private static List<String> command(Repository repository, StackOptions options) {
        var command = new ArrayList<>(List.of(
                ProcessCommand.java(),
                "-Xmx128m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Dearlyphase.root=" + repository.root(),
                "-cp",
                System.getProperty("java.class.path"),
                MAIN_CLASS,
                "up",
                "--home",
                options.home().toString(),
                "--workers",
                Integer.toString(options.workers()),
                "--slots",
                Integer.toString(options.slots()),
                "--device",
                options.device().id(),
                "--engine",
                options.engine()));
        options.data().ifPresent(data -> command.addAll(List.of("--data", data.toString())));
        options.port().ifPresent(port -> command.addAll(List.of("--port", Integer.toString(port))));
        return command;
    }
}
