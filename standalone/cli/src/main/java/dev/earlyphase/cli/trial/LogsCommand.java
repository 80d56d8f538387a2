package dev.earlyphase.cli.trial;

import java.util.List;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import dev.earlyphase.cli.api.GatewayOption;
import dev.earlyphase.cli.api.Trials;
import dev.earlyphase.cli.exit.Failure;
import dev.earlyphase.cli.result.JsonOption;
import dev.earlyphase.cli.terminal.Terminal;
import dev.earlyphase.contracts.study.AttemptView;
import dev.earlyphase.contracts.study.TrialView;

/** {@code logs}. */
@Command(
        name = "logs",
        description = {
            "Say what happened to a trial: each attempt at it, what its worker put down, how it ended and why.",
            "A worker's lines are there once its attempt has ended. With --json the attempts without them."
        },
        footer = {
            "",
            "Examples:",
            "  earlyphase logs 5cd78857a4ac",
            "  earlyphase logs 5cd78857a4ac --attempt 2",
            "  earlyphase logs 5cd78857a4ac --follow"
        })
public final class LogsCommand implements Runnable {
    @Parameters(paramLabel = "TRIAL", description = "Id of a trial, or its first eight digits or more.")
    private String id;

    @Option(names = "--attempt", paramLabel = "N", description = "Only this attempt, from 1.")
    private Integer attempt;

    @Option(
            names = {"-f", "--follow"},
            description = "Go on until the trial has ended.")
    private boolean follow;

    @Mixin
    private JsonOption json;

    @Mixin
    private GatewayOption gatewayOption;

    @Override
    public void run() {
        if (follow && json.isGiven()) {
            throw Failure.ofUsage("--follow: got it with --json; allowed: one of them");
        }
        Trials trials = gatewayOption.gateway().trials();
        TrialView trial = trials.read(id);
        String whole = trial.id().value();
        if (follow) {
            new Following(trials, json.terminal(), this::isWanted).untilEnd(whole);
            return;
        }
        List<AttemptView> attempts =
                trials.attempts(whole).stream().filter(this::isWanted).toList();
        if (attempt != null && attempts.isEmpty()) {
            throw Failure.ofUsage("--attempt: got %d; allowed: 1 to %d".formatted(attempt, trial.attempts()));
        }
        json.print(attempts, terminal -> tell(trials, trial, attempts, terminal));
    }

    private boolean isWanted(AttemptView candidate) {
        return attempt == null || candidate.number() == attempt;
    }

    private static void tell(Trials trials, TrialView trial, List<AttemptView> attempts, Terminal terminal) {
        for (AttemptView one : attempts) {
            terminal.line(AttemptLines.begin(one));
            AttemptLines.rest(one, trials.log(trial.id().value(), one.number())).forEach(terminal::line);
        }
        terminal.line(Standing.of(trial));
    }
}
