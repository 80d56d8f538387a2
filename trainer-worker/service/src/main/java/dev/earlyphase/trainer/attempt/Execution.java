package dev.earlyphase.trainer.attempt;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

import dev.earlyphase.contracts.claim.Claim;
import dev.earlyphase.contracts.claim.Orders;
import dev.earlyphase.contracts.error.DomainException.Refused;
import dev.earlyphase.contracts.event.AttemptEnded;
import dev.earlyphase.contracts.event.CheckpointWritten.Purpose;
import dev.earlyphase.contracts.event.TelemetryBatch.Evaluation;
import dev.earlyphase.contracts.trial.MaskSource;
import dev.earlyphase.contracts.trial.Precision;
import dev.earlyphase.contracts.trial.Provenance;
import dev.earlyphase.contracts.trial.TrialResult;
import dev.earlyphase.contracts.trial.TrialSpec;
import dev.earlyphase.core.checkpoint.ObservedCheckpoints;
import dev.earlyphase.core.checkpoint.RecoveryCheckpoints;
import dev.earlyphase.core.data.DataSet;
import dev.earlyphase.core.data.DataSets;
import dev.earlyphase.core.engine.Engine;
import dev.earlyphase.core.engine.EngineDescription;
import dev.earlyphase.core.network.Network;
import dev.earlyphase.core.network.Networks;
import dev.earlyphase.core.network.Parameter;
import dev.earlyphase.core.telemetry.TestEvaluation;
import dev.earlyphase.core.telemetry.WeightTelemetry;
import dev.earlyphase.core.training.Attempt;
import dev.earlyphase.core.training.Outcome;
import dev.earlyphase.core.training.TrainingListener;
import dev.earlyphase.trainer.lease.RunningAttempt;
import dev.earlyphase.trainer.report.AttemptReport;
import dev.earlyphase.trainer.report.TelemetryBatches;
import dev.earlyphase.weights.Mask;

/** The work of one attempt: gather what the claim names, train, keep and report. */
final class Execution {
    /** What all attempts of this worker share. */
    record Setting(
            String worker,
            EngineDescription engine,
            Checkpoints checkpoints,
            DataSets data,
            Duration recovery,
            OptionalInt batchThreads) {}

    private final Setting setting;
    private final Claim claim;
    private final Engine engine;
    private final RunningAttempt running;
    private final AttemptReport report;
    private final long started = System.nanoTime();
    private DataSet data;

    Execution(Setting setting, Claim claim, Engine engine, RunningAttempt running, AttemptReport report) {
        this.setting = setting;
        this.claim = claim;
        this.engine = engine;
        this.running = running;
        this.report = report;
    }

    /** Empty when the attempt was dropped by order. */
    Optional<AttemptEnded.Outcome> run() {
        TrialSpec spec = claim.spec();
        demandPrecision(spec.training().precision());
        Network network = network(spec);
        data = setting.data().load(spec.dataset());
        MaskOfTrial mask = MaskOfTrial.derive(claim, network, setting.checkpoints(), report);
        StartOfAttempt start = StartOfAttempt.of(claim, network, mask.mask(), setting.checkpoints());

        var prunable = network.prunable().stream().map(Parameter::name).toList();
        var telemetry = new TelemetryBatches(report, prunable);
        var kept = new ReportedCheckpoints(claim, network, mask.stored(), setting.checkpoints(), telemetry, report);
        if (start.from() != start.begin()) {
            kept.write(Purpose.OBSERVED, start.begin());
        }
        var observations = claim.observations();
        var attempt = new Attempt(spec, network, data, mask.mask(), start.from());
        List<TrainingListener> listeners = List.of(
                running,
                new TestEvaluation(data, spec, observations.evaluateEvery(), telemetry),
                new ObservedCheckpoints(spec, observations.checkpoints(), kept),
                new RecoveryCheckpoints(spec, setting.recovery(), System::nanoTime, (purpose, snapshot) -> {
                    if (running.order() != Orders.Kind.ABORT) {
                        kept.write(purpose, snapshot);
                    }
                }),
                new WeightTelemetry(network, mask.mask(), start.initial(), observations, telemetry));
        Outcome outcome = setting.batchThreads().isPresent()
                ? attempt.run(engine, listeners, running, setting.batchThreads().getAsInt())
                : attempt.run(engine, listeners, running);
        telemetry.publish();
        return switch (outcome) {
            case Outcome.Completed completed ->
                Optional.of(new AttemptEnded.Completed(result(completed, network, mask.mask(), telemetry, kept)));
            case Outcome.Diverged diverged ->
                Optional.of(new AttemptEnded.Diverged(
                        diverged.iteration(),
                        "the loss of iteration " + diverged.iteration() + " is " + diverged.loss()));
            case Outcome.Stopped stopped ->
                running.order() == Orders.Kind.ABORT
                        ? Optional.empty()
                        : Optional.of(new AttemptEnded.Released(stopped.iteration(), "the worker was asked to stop"));
        };
    }

    Provenance provenance() {
        EngineDescription description = setting.engine();
        Map<String, String> details = new HashMap<>(description.details());
        details.put("precision", claim.spec().training().precision().id());
        return new Provenance(
                setting.worker(),
                description.name() + " " + description.version(),
                description.device(),
                description.threads(),
                data == null ? null : data.checksum(),
                data == null ? null : data.label(),
                details);
    }

    /** Another worker's engine may have it, so that the trial is not lost. */
    private void demandPrecision(Precision asked) {
        Set<Precision> had = engine.precisions();
        if (!had.contains(asked)) {
            throw new Refused(
                    ("training.precision is %s; %s has %s only: submit that, or run workers with an engine that"
                                    + " has it, such as earlyphase.engine=torch")
                            .formatted(
                                    asked.id(),
                                    setting.engine().name(),
                                    had.stream().sorted().map(Precision::id).collect(Collectors.joining(", "))));
        }
    }

    private TrialResult result(
            Outcome.Completed completed,
            Network network,
            Optional<Mask> mask,
            TelemetryBatches telemetry,
            ReportedCheckpoints kept) {
        Evaluation evaluation = telemetry
                .latest()
                .filter(latest -> latest.iteration() == completed.iteration())
                .orElseThrow(() -> new IllegalStateException("the end was not evaluated"));
        long prunable =
                network.prunable().stream().mapToLong(Parameter::elements).sum();
        int from = claim.resume() == null
                ? claim.spec().beginIteration()
                : claim.resume().iteration();
        return new TrialResult(
                completed.iteration(),
                evaluation.accuracy(),
                evaluation.loss(),
                Double.isFinite(completed.loss()) ? completed.loss() : null,
                (System.nanoTime() - started) / (double) TimeUnit.SECONDS.toNanos(1),
                completed.iteration() - from,
                kept.latest().sha256(),
                mask.map(Mask::survivors).orElse(prunable),
                prunable);
    }

    private static Network network(TrialSpec spec) {
        return switch (spec.mask()) {
            case MaskSource.Dense dense -> Networks.build(spec.network(), spec.dataset());
            case MaskSource.Pruned pruned
            when pruned.pruning().outputLayer() != null ->
                Networks.build(spec.network(), spec.dataset(), pruned.pruning().outputLayer());
            case MaskSource.Pruned pruned -> Networks.build(spec.network(), spec.dataset());
        };
    }
}
