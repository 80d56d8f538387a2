package dev.earlyphase.cli.study;

import java.nio.file.Path;
import java.time.Duration;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

import dev.earlyphase.cli.api.GatewayOption;
import dev.earlyphase.cli.api.StudyFile;
import dev.earlyphase.cli.terminal.Terminal;
import dev.earlyphase.cli.terminal.Words;
import dev.earlyphase.contracts.study.Plan;

/** {@code plan}. */
@Command(name = "plan", description = "Say what a study comes to, without submitting it.")
public final class PlanCommand implements Runnable {
    @Parameters(paramLabel = "FILE", description = "The study, YAML or JSON.")
    private Path file;

    @Mixin
    private GatewayOption gatewayOption;

    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        StudyFile study = StudyFile.read(file);
        Plan plan = gatewayOption.gateway().studies().plan(study);
        Terminal terminal = Terminal.of(spec.commandLine().getOut());
        terminal.line("%s", plan.name());
        terminal.line("  study        %s", plan.study());
        terminal.line(
                "  trials       %s: %s to train, %s known already",
                Words.number(plan.trials()), Words.number(plan.newTrials()), Words.number(plan.sharedTrials()));
        terminal.line(
                "  iterations   %s: %s to run", Words.number(plan.iterations()), Words.number(plan.newIterations()));
        terminal.line("  checkpoints  %s", Words.number(plan.checkpoints()));
        terminal.line("  time         %s", time(plan));
    }

    private static String time(Plan plan) {
        return plan.secondsEstimate() == null
                ? "unknown: no worker has trained this network yet"
                : "about " + Words.time(Duration.ofSeconds(Math.round(plan.secondsEstimate())));
    }
}
