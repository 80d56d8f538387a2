package dev.earlyphase.cli.bench;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

import dev.earlyphase.cli.api.Gateway;
import dev.earlyphase.cli.api.Studies;
import dev.earlyphase.cli.exit.Interruption;
import dev.earlyphase.cli.home.Home;
import dev.earlyphase.cli.home.Repository;
import dev.earlyphase.cli.progress.Watch;
import dev.earlyphase.cli.stack.Device;
import dev.earlyphase.cli.stack.Stack;
import dev.earlyphase.cli.stack.StackOptions;
import dev.earlyphase.cli.terminal.Terminal;
import dev.earlyphase.contracts.study.TrialView;

/** Measures a stack of its own: from submission to the first iteration, dispatching, memory. */
final class ChainBenchmark {
    private static final int SLOTS = 4;
    private static final int REPEATS = 7;
    private static final int TRIALS = 1_000;
    private static final Duration REST = Duration.ofSeconds(2);

    private final Terminal terminal;

    ChainBenchmark(Terminal terminal) {
        this.terminal = terminal;
    }

    /** @param home empty, deleted by the caller */
    List<Measurement> run(Repository repository, Home home) {
        var options = new StackOptions(
                home, 1, SLOTS, Optional.empty(), OptionalInt.empty(), new Device.Auto(), StackOptions.AUTO_ENGINE);
        try (Stack stack = Stack.start(repository, options, terminal)) {
            Gateway gateway = stack.api();
            var measurements = new ArrayList<Measurement>();
            measurements.add(new Measurement("submit to first iteration, idle worker", firstIteration(gateway), "s"));
            Interruption.pause(REST);
            double memory = StackMemory.bytes(stack.state(), home) / 1e9;
            measurements.add(new Measurement("memory of the stack, one worker idle", memory, "GB"));
            measurements.addAll(dispatch(gateway.studies()));
            return measurements;
        }
    }

    /** Median seconds until the weights after the first iteration are stored. */
    private double firstIteration(Gateway gateway) {
        var seconds = new ArrayList<Double>();
        for (int seed = 0; seed < REPEATS; seed++) {
            terminal.passing("submit to first iteration, %d of %d".formatted(seed + 1, REPEATS));
            Instant submitted = Instant.now();
            String study = gateway.studies()
                    .submit(TinyStudy.ofSeeds(seed, seed + 1))
                    .study()
                    .id();
            new Watch(gateway.studies(), terminal).untilEnd(study);
            TrialView trial = gateway.studies().trials(study).getFirst();
            Instant done = gateway.trials().checkpoints(trial.id().value()).stream()
                    .filter(checkpoint -> checkpoint.iteration() == 1)
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException("trial " + trial.id() + " has no checkpoint at 1it"))
                    .at();
            seconds.add(Duration.between(submitted, done).toNanos() / 1e9);
            Interruption.pause(REST);
        }
        return Quantiles.of(seconds).median();
    }

    private List<Measurement> dispatch(Studies studies) {
        String id =
                studies.submit(TinyStudy.ofSeeds(TRIALS, 2 * TRIALS)).study().id();
        new Watch(studies, terminal).untilEnd(id);
        List<TrialView> trials = studies.trials(id);
        Quantiles gaps = Quantiles.of(SlotGaps.of(trials, SLOTS));
        String what = "%,d trials of one iteration over %d slots: ".formatted(TRIALS, SLOTS);
        return List.of(
                new Measurement(what + "rate", SlotGaps.rate(trials), "trials/s"),
                new Measurement(what + "slot idle between trials, p50", gaps.median() * 1e3, "ms"),
                new Measurement(what + "slot idle between trials, p99", gaps.at(0.99) * 1e3, "ms"));
    }
}
