package dev.earlyphase.cli.demo;

import java.nio.file.Path;
import java.util.Optional;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

import dev.earlyphase.cli.api.Figures;
import dev.earlyphase.cli.api.Gateway;
import dev.earlyphase.cli.api.GatewayOption;
import dev.earlyphase.cli.api.Json;
import dev.earlyphase.cli.api.Studies;
import dev.earlyphase.cli.api.StudyFile;
import dev.earlyphase.cli.exit.Failure;
import dev.earlyphase.cli.figure.FigureTable;
import dev.earlyphase.cli.home.Home;
import dev.earlyphase.cli.home.Repository;
import dev.earlyphase.cli.home.StackState;
import dev.earlyphase.cli.progress.Watch;
import dev.earlyphase.cli.stack.RunningStack;
import dev.earlyphase.cli.stack.Stack;
import dev.earlyphase.cli.stack.StackOptions;
import dev.earlyphase.cli.terminal.Output;
import dev.earlyphase.cli.terminal.Terminal;
import dev.earlyphase.cli.terminal.Words;
import dev.earlyphase.contracts.figure.Figure;

/** {@code demo}. */
@Command(
        name = "demo",
        description = "Find lottery tickets on MNIST: in the running stack, or in one that is started for it.",
        footer = {"", "Examples:", "  earlyphase demo", "  earlyphase demo --data /data/sets --json points.json"})
public final class DemoCommand implements Runnable {
    @Option(names = "--json", paramLabel = "FILE", description = "Write the figure's points to this file too.")
    private Path json;

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "Folder that holds MNIST in a folder mnist (default: download it).")
    private Path data;

    @Mixin
    private GatewayOption gatewayOption;

    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        Terminal terminal = Terminal.of(spec.commandLine().getOut());
        Home home = gatewayOption.home();
        Optional<Path> given =
                Optional.ofNullable(data).map(Path::toAbsolutePath).map(Path::normalize);
        Optional<StackState> running = RunningStack.in(home);
        StudyFile study = study(terminal, home, given.or(() -> running.flatMap(StackState::data)));
        if (gatewayOption.isGiven() || running.isPresent()) {
            running.ifPresent(stack -> demandSameData(stack, given));
            run(gatewayOption.gateway(), study, home, terminal);
            return;
        }
        var options = StackOptions.forSmallTrials(home, given);
        try (Stack stack = Stack.start(Repository.current(), options, terminal)) {
            run(stack.api(), study, home, terminal);
            terminal.line("The stack that was started for the demo stops now; earlyphase up brings the results back,");
            terminal.line("and then earlyphase open shows them in the browser.");
        }
    }

    private void run(Gateway gateway, StudyFile file, Home home, Terminal terminal) {
        Studies studies = gateway.studies();
        var study = studies.submit(file).study();
        terminal.line(
                "Study %s: %s, %s",
                study.id(), study.name(), Words.count(study.progress().of(), "trial"));
        new Watch(studies, terminal).untilEnd(study.id());

        Figures figures = studies.figures(study.id());
        Figure figure = figures.read(Tickets.FIGURE, true);
        Path svg = home.create().folder().resolve("demo.svg");
        Output.write(figures.text(Tickets.FIGURE, "svg", false), svg);
        if (json != null) {
            Output.write(Json.write(Tickets.of(figure, studies.trials(study.id()))), json);
        }
        terminal.line("");
        FigureTable.lines(figure, terminal.lineWidth()).forEach(terminal::line);
        terminal.line("");
        terminal.line("Figure   %s", svg);
        terminal.line("Look     earlyphase open %s", study.id());
        terminal.line("Again    earlyphase results %s", study.id());
    }

    /** The study on MNIST where that is to be had, else on images that need no download. */
    private static StudyFile study(Terminal terminal, Home home, Optional<Path> given) {
        Optional<String> source = Mnist.PUBLISHED.find(home, given);
        terminal.line(source.orElse("MNIST is neither here nor to be downloaded (no network, and no --data): "
                + "the same study on strokes, digits drawn by the program"));
        return StudyFile.read(Repository.current().study(source.isPresent() ? "demo" : "demo-strokes"));
    }

    private static void demandSameData(StackState running, Optional<Path> given) {
        if (given.isPresent() && !given.equals(running.data())) {
            throw Failure.ofUsage(
                    "--data: got %s; allowed: what the running stack was started with, %s. Or stop it first with: earlyphase down"
                            .formatted(
                                    given.get(),
                                    running.data().map(Path::toString).orElse("no folder")));
        }
    }
}
