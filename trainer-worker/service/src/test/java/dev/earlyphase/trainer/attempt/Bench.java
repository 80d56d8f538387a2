package dev.earlyphase.trainer.attempt;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.ConcurrentHashMap;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;

import dev.earlyphase.contracts.catalog.DataSetName;
import dev.earlyphase.contracts.catalog.NetworkName;
import dev.earlyphase.contracts.claim.Claim;
import dev.earlyphase.contracts.claim.Orders;
import dev.earlyphase.contracts.event.AttemptEnded;
import dev.earlyphase.contracts.event.MaskDerived;
import dev.earlyphase.contracts.object.ObjectRef;
import dev.earlyphase.contracts.trial.MaskSource;
import dev.earlyphase.contracts.trial.Moment;
import dev.earlyphase.contracts.trial.Observations;
import dev.earlyphase.contracts.trial.Perturbation;
import dev.earlyphase.contracts.trial.Precision;
import dev.earlyphase.contracts.trial.Provenance;
import dev.earlyphase.contracts.trial.Start;
import dev.earlyphase.contracts.trial.Task;
import dev.earlyphase.contracts.trial.Training;
import dev.earlyphase.contracts.trial.TrialSpec;
import dev.earlyphase.core.data.DataSets;
import dev.earlyphase.core.engine.Engine;
import dev.earlyphase.core.engine.Session;
import dev.earlyphase.trainer.build.Build;
import dev.earlyphase.trainer.engine.EngineKind;
import dev.earlyphase.trainer.lease.RunningAttempt;
import dev.earlyphase.trainer.report.AttemptLog;
import dev.earlyphase.trainer.report.AttemptReport;
import dev.earlyphase.weights.Mask;
import dev.earlyphase.weights.Tensors;

/** Runs attempts with the real engine on generated images; the store and Kafka are in memory. */
final class Bench {
    static final int END = 24;
    static final int REWIND = 8;
    private static final Map<EngineKind, Engine> ENGINES = new ConcurrentHashMap<>();
    private static final DataSets DATA = new DataSets(Optional.empty(), Path.of("target", "cache"), (w, d, t) -> {});

    private final Engine engine;
    final MemoryStore store = new MemoryStore();
    final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private final TrainingMeters meters = new TrainingMeters(registry);
    final Checkpoints checkpoints = new Checkpoints(store, meters);

    /** With the engine that a worker takes by itself. */
    Bench() {
        this(EngineKind.TORCH);
    }

    Bench(EngineKind kind) {
        this.engine = ENGINES.computeIfAbsent(kind, EngineKind::load);
    }

    /** What came of an attempt. */
    record Ran(Optional<AttemptEnded.Outcome> outcome, RecordedReports reports, Provenance provenance) {
        AttemptEnded.Completed completed() {
            return (AttemptEnded.Completed) outcome.orElseThrow();
        }
    }

    Ran run(Claim claim) {
        return run(claim, Integer.MAX_VALUE, Orders.Kind.CONTINUE);
    }

    /** Runs a claim that was given an order before it began. */
    Ran runOrdered(Claim claim, Orders.Kind order) {
        var running = new RunningAttempt(claim.trial(), claim.attempt(), 0);
        running.obey(order);
        return run(claim, running);
    }

    /** Runs a claim, and gives it an order at an iteration. */
    Ran run(Claim claim, int iteration, Orders.Kind order) {
        var running = new RunningAttempt(claim.trial(), claim.attempt(), 0) {
            @Override
            public void reached(int reached, Session session) {
                super.reached(reached, session);
                if (reached == iteration) {
                    obey(order);
                }
            }
        };
        return run(claim, running);
    }

    private Ran run(Claim claim, RunningAttempt running) {
        var reports = new RecordedReports();
        var setting = new Setting(
                "a worker",
                new Build("0.1.0", "a1b2c3d", false),
                engine.description(),
                checkpoints,
                DATA,
                meters,
                Duration.ofHours(1),
                OptionalInt.empty());
        var execution =
                new Execution(setting, claim, engine, running, new AttemptReport(reports, claim, new AttemptLog()));
        return new Ran(execution.run(), reports, execution.provenance());
    }

    static TrialSpec dense(NetworkName network, double learningRate, double momentum) {
        return dense(network, learningRate, momentum, Precision.FP32);
    }

    static TrialSpec dense(NetworkName network, double learningRate, double momentum, Precision precision) {
        var training = new Training(
                Moment.ofIterations(END),
                32,
                learningRate,
                momentum,
                1e-4,
                List.of(),
                0.1,
                null,
                false,
                640,
                precision);
        return new TrialSpec(network, DataSetName.STROKES, 5, training, null, null, null);
    }

    /** The sub-network of a dense trial, its survivors perturbed at the rewinding point. */
    static TrialSpec perturbed(TrialSpec dense, String perturbation) {
        TrialSpec pruned = pruned(dense);
        return new TrialSpec(
                pruned.network(),
                pruned.dataset(),
                pruned.seed(),
                pruned.training(),
                null,
                pruned.start(),
                pruned.mask(),
                Perturbation.parse(perturbation),
                null,
                null);
    }

    /** A trial like another, but with its own start and mask and on a task. */
    static TrialSpec like(TrialSpec other, Start start, MaskSource mask, Task task) {
        return new TrialSpec(
                other.network(), other.dataset(), other.seed(), other.training(), null, start, mask, null, task, null);
    }

    static TrialSpec pruned(TrialSpec dense) {
        return new TrialSpec(
                dense.network(),
                dense.dataset(),
                dense.seed(),
                dense.training(),
                null,
                new Start.Rewound(dense.id(), Moment.ofIterations(REWIND), null, null, null),
                new MaskSource.Pruned(dense.id(), null));
    }

    static Claim claim(TrialSpec spec, int attempt) {
        return new Claim(spec.id(), attempt, 30, spec, observations(), null, null, null, null, null, null, null);
    }

    /** The claim of a sub-network whose dense parent has run. */
    static Claim claim(TrialSpec spec, Ran dense, int attempt, Claim.Resume resume) {
        return new Claim(
                spec.id(),
                attempt,
                30,
                spec,
                observations(),
                dense.reports().checkpoint(REWIND).weights(),
                null,
                null,
                dense.reports().checkpoint(END).weights(),
                null,
                dense.reports().checkpoint(0).weights(),
                resume);
    }

    /** The claim of a trial that is pruned by a dense one and begins by itself or with what the start says. */
    static Claim claim(TrialSpec spec, ObjectRef start, Ran dense) {
        ObjectRef end = dense == null ? null : dense.reports().checkpoint(END).weights();
        return new Claim(spec.id(), 1, 30, spec, observations(), start, null, null, end, null, null, null);
    }

    Mask mask(Ran ran) {
        return checkpoints.fetchMask(((MaskDerived) ran.reports().events.getFirst()).mask());
    }

    Tensors weights(Ran ran, int iteration) {
        return checkpoints.fetch(ran.reports().checkpoint(iteration).weights());
    }

    private static Observations observations() {
        return new Observations(List.of(REWIND), 4_000, 100, 1_000);
    }
}
