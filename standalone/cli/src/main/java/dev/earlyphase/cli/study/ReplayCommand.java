package dev.earlyphase.cli.study;

import java.time.Clock;
import java.time.Duration;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import dev.earlyphase.cli.api.GatewayOption;
import dev.earlyphase.cli.api.Trials;
import dev.earlyphase.cli.exit.Failure;
import dev.earlyphase.cli.progress.Repetition;
import dev.earlyphase.cli.result.JsonOption;
import dev.earlyphase.cli.terminal.Terminal;
import dev.earlyphase.contracts.study.TrialView;
import dev.earlyphase.contracts.study.Verification;

/** {@code replay}. */
@Command(
        name = "replay",
        description = "Train a completed trial again and compare its weights, bit for bit, with what they were.",
        footer = {"", "Examples:", "  earlyphase replay 5cd78857a4ac", "  earlyphase replay 5cd78857a4ac --silence 120"
        })
public final class ReplayCommand implements Runnable {
    @Parameters(paramLabel = "TRIAL", description = "Id of a trial, or the beginning of one.")
    private String id;

    @Option(
            names = "--silence",
            paramLabel = "MINUTES",
            defaultValue = "30",
            description = "Give up after so long without any sign of it (default: ${DEFAULT-VALUE}).")
    private int silence;

    @Mixin
    private JsonOption json;

    @Mixin
    private GatewayOption gatewayOption;

    @Override
    public void run() {
        if (silence < 1) {
            throw Failure.ofUsage("--silence: got " + silence + "; allowed: a whole number of at least 1");
        }
        Trials trials = gatewayOption.gateway().trials();
        Terminal terminal = json.terminal();
        TrialView before = trials.read(id);
        // A command that was broken off is taken up again.
        TrialView asked = Repetition.isUnderWay(before)
                ? before
                : trials.replay(before.id().value());
        terminal.line("Trial %s is trained again from its begin", asked.id());
        TrialView after =
                new Repetition(trials, terminal, Duration.ofMinutes(silence), Clock.systemUTC()).untilCompared(asked);
        json.print(after.verification(), lines -> tell(before, after, lines));
        demandEqual(after.verification());
    }

    private static void tell(TrialView before, TrialView after, Terminal terminal) {
        Verification verification = after.verification();
        terminal.line("  expected  %s%s", verification.expected(), by(engine(before)));
        terminal.line(
                "  actual    %s%s",
                verification.actual() == null ? "none: " + after.reason() : verification.actual(),
                by(verification.engine()));
        if (verification.equal()) {
            terminal.line("Equal: the same weights, bit for bit");
        }
    }

    private static void demandEqual(Verification verification) {
        if (!verification.equal()) {
            throw Failure.ofWork(
                    "The weights differ. They repeat bit for bit only on one kind of processor or GPU, with"
                            + " one engine and one number of threads a trial: docs/running.md");
        }
    }

    private static String engine(TrialView trial) {
        return trial.provenance() == null ? null : trial.provenance().engine();
    }

    private static String by(String engine) {
        return engine == null ? "" : "  " + engine;
    }
}
