package dev.earlyphase.cli.study;

import java.nio.file.Path;
import java.time.Duration;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

import dev.earlyphase.cli.api.GatewayOption;
import dev.earlyphase.cli.api.StudyFile;
import dev.earlyphase.cli.result.JsonOption;
import dev.earlyphase.cli.terminal.Terminal;
import dev.earlyphase.cli.terminal.Words;
import dev.earlyphase.contracts.study.Plan;

/** {@code plan}. */
@Command(
        name = "plan",
        description = "Say what a study comes to, without submitting it.",
        footer = {"", "Examples:", "  earlyphase plan studies/demo.yaml", "  earlyphase plan study.yaml --json"})
public final class PlanCommand implements Runnable {
    private static final String NOT_MEASURED = "unknown: no worker has trained this network on this data yet";

    @Parameters(paramLabel = "FILE", description = "The study, YAML or JSON.")
    private Path file;

    @Mixin
    private JsonOption json;

    @Mixin
    private GatewayOption gatewayOption;

    @Override
    public void run() {
        StudyFile study = StudyFile.read(file);
        Plan plan = gatewayOption.gateway().studies().plan(study);
        json.print(plan, terminal -> tell(plan, terminal));
    }

    private static void tell(Plan plan, Terminal terminal) {
        terminal.line("%s", Words.safe(plan.name()));
        terminal.line("  study        %s", plan.study());
        terminal.line(
                "  trials       %s: %s to train, %s known already",
                Words.number(plan.trials()), Words.number(plan.newTrials()), Words.number(plan.sharedTrials()));
        terminal.line(
                "  iterations   %s: %s to run", Words.number(plan.iterations()), Words.number(plan.newIterations()));
        terminal.line(
                "  checkpoints  %s, %s: %s to write",
                Words.number(plan.checkpoints()), Words.bytes(plan.bytes()), Words.bytes(plan.newBytes()));
        terminal.line("  rate         %s", rate(plan));
        terminal.line("  GPU hours    %s", gpu(plan));
        terminal.line("  time         %s", time(plan));
    }

    private static String rate(Plan plan) {
        return plan.secondsAnIteration() == null
                ? NOT_MEASURED
                : Words.measured(1e3 * plan.secondsAnIteration()) + " ms an iteration, as measured on the last trials";
    }

    private static String gpu(Plan plan) {
        return plan.gpuHours() == null ? NOT_MEASURED : Words.measured(plan.gpuHours()) + " of one slot, at that rate";
    }

    private static String time(Plan plan) {
        if (plan.secondsEstimate() == null) {
            return plan.secondsAnIteration() == null ? NOT_MEASURED : "unknown: no worker is there";
        }
        return "about " + Words.time(Duration.ofSeconds(Math.round(plan.secondsEstimate()))) + " over the slots of now";
    }
}
