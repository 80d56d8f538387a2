package dev.earlyphase.cli.doctor;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

import dev.earlyphase.cli.exit.ExitCode;
import dev.earlyphase.cli.home.Home;
import dev.earlyphase.cli.home.HomeOption;
import dev.earlyphase.cli.home.Repository;
import dev.earlyphase.cli.home.StackState;
import dev.earlyphase.cli.home.StackState.Child;
import dev.earlyphase.cli.stack.Health;
import dev.earlyphase.cli.stack.RunningStack;
import dev.earlyphase.cli.stack.WorkerProgram;
import dev.earlyphase.cli.terminal.Terminal;

/** {@code doctor}. */
@Command(
        name = "doctor",
        description = "Say what this machine offers, which data sets are here, and what runs.",
        footer = {"", "Example:", "  earlyphase doctor --data /data/sets"})
public final class DoctorCommand implements Callable<Integer> {
    private static final String ENGINE_DOCTOR = "dev.earlyphase.trainer.Doctor";
    private static final Duration LIMIT = Duration.ofMinutes(3);

    @Option(names = "--data", paramLabel = "DIR", description = "Folder of data sets to look at.")
    private Path data;

    @Mixin
    private HomeOption homeOption;

    @Spec
    private CommandSpec spec;

    /** Exit code 1 when no engine loads or something that should run does not answer. */
    @Override
    public Integer call() {
        Terminal terminal = Terminal.of(spec.commandLine().getOut());
        Home home = homeOption.home();
        Optional<StackState> running = RunningStack.in(home);
        Machine.facts(home).forEach((name, fact) -> line(terminal, name, fact));
        boolean engineLoads = engine(home, running) == 0;
        boolean allAnswer = running.map(stack -> stack(stack, terminal)).orElseGet(() -> {
            line(terminal, "stack", "nothing runs in " + home);
            return true;
        });
        return (engineLoads && allAnswer ? ExitCode.OK : ExitCode.WORK_FAILED).number();
    }

    /** Prints for itself. */
    private int engine(Home home, Optional<StackState> running) {
        Path folder = Optional.ofNullable(data)
                .or(() -> running.flatMap(StackState::data))
                .orElse(home.data());
        Map<String, String> environment = Map.of(
                "EARLYPHASE_DATA", folder.toAbsolutePath().toString(),
                "EARLYPHASE_CACHE", home.cache().toString());
        return new WorkerProgram(ENGINE_DOCTOR, List.of(), environment).run(Repository.current(), LIMIT);
    }

    private static boolean stack(StackState stack, Terminal terminal) {
        line(
                terminal,
                "stack",
                "%s, process %d".formatted(stack.gateway(), stack.supervisor().pid()));
        boolean well = true;
        for (Child child : stack.children()) {
            boolean answers = child.process().isAlive()
                    && child.address().map(Health::isReady).orElse(true);
            line(terminal, "  " + child.name(), answers ? "runs" : "does not answer");
            well &= answers;
        }
        return well;
    }

    private static void line(Terminal terminal, String name, String fact) {
        terminal.line("%-13s %s", name, fact);
    }
}
