package dev.earlyphase.trainer.attempt;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import dev.earlyphase.contracts.claim.Claim;
import dev.earlyphase.contracts.claim.Orders;
import dev.earlyphase.contracts.error.DomainException.Refused;
import dev.earlyphase.contracts.event.AttemptEnded;
import dev.earlyphase.contracts.event.CheckpointWritten.Purpose;
import dev.earlyphase.contracts.trial.Precision;
import dev.earlyphase.contracts.trial.Provenance;
import dev.earlyphase.contracts.trial.TrialSpec;
import dev.earlyphase.core.checkpoint.ObservedCheckpoints;
import dev.earlyphase.core.checkpoint.RecoveryCheckpoints;
import dev.earlyphase.core.data.DataSet;
import dev.earlyphase.core.engine.Engine;
import dev.earlyphase.core.gradient.Subject;
import dev.earlyphase.core.network.Network;
import dev.earlyphase.core.network.Networks;
import dev.earlyphase.core.network.Parameter;
import dev.earlyphase.core.probe.ProbeListener;
import dev.earlyphase.core.schedule.Schedule;
import dev.earlyphase.core.task.Lesson;
import dev.earlyphase.core.telemetry.TestEvaluation;
import dev.earlyphase.core.telemetry.TracedWeights;
import dev.earlyphase.core.telemetry.WeightTelemetry;
import dev.earlyphase.core.training.Attempt;
import dev.earlyphase.core.training.Outcome;
import dev.earlyphase.core.training.Snapshot;
import dev.earlyphase.core.training.TrainingListener;
import dev.earlyphase.trainer.lease.RunningAttempt;
import dev.earlyphase.trainer.report.AttemptReport;
import dev.earlyphase.trainer.report.TelemetryBatches;

/** The work of one attempt: gather what the claim names, train, keep and report. */
final class Execution implements Work {
    private final Setting setting;
    private Claim claim;
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

    @Override
    public Optional<AttemptEnded.Outcome> run() {
        TrialSpec spec = claim.spec();
        Checkpoints checkpoints = setting.checkpoints();
        demandPrecision(spec.training().precision());
        Network network = network(spec);
        data = setting.data().load(spec.dataset());
        Lesson lesson = Lesson.of(spec, data);
        var subject = Subject.of(engine, network, lesson, spec);
        Snapshot begin = BeginOfTrial.of(claim, network, checkpoints);
        MaskOfTrial mask = MaskOfTrial.derive(claim, subject, begin, checkpoints, report);
        StartOfAttempt start = StartOfAttempt.of(claim, network, begin, mask.mask(), leftOff(), checkpoints);

        var prunable = network.prunable().stream().map(Parameter::name).toList();
        TracedWeights traced = TracedWeights.of(network, mask.mask(), spec.seed());
        var telemetry = new TelemetryBatches(report, prunable, traced.names());
        var kept = new ReportedCheckpoints(claim, network, mask.stored(), checkpoints, telemetry, report);
        if (start.from() == start.begin()) {
            start.measured().forEach(telemetry::measurement);
        } else {
            kept.write(Purpose.OBSERVED, start.begin());
        }
        var observations = claim.observations();
        var attempt = new Attempt(spec, network, lesson, mask.mask(), start.from());
        List<TrainingListener> listeners = List.of(
                running,
                setting.meters().listener(spec.training().batchSize()),
                new TestEvaluation(lesson, spec, observations, telemetry),
                new ProbeListener(observations.probes(), subject, mask.mask(), Schedule.of(spec), telemetry),
                new ObservedCheckpoints(spec, observations.checkpoints(), kept),
                new RecoveryCheckpoints(spec, setting.recovery(), System::nanoTime, (purpose, snapshot) -> {
                    if (running.order() != Orders.Kind.ABORT) {
                        kept.write(purpose, snapshot);
                    }
                }),
                new WeightTelemetry(network, mask.mask(), start.initial(), traced, observations, telemetry));
        Outcome outcome = LineOfTrial.measure(claim, subject, checkpoints, telemetry, running)
                ? train(attempt, listeners)
                : new Outcome.Stopped(start.from().iteration());
        telemetry.publish();
        return new EndOfAttempt(claim, network, mask.mask(), telemetry, kept, started).of(outcome, running);
    }

    @Override
    public Provenance provenance() {
        return AttemptProvenance.of(setting, claim, data);
    }

    /** What cannot be resumed from is trained again from its begin. */
    private Optional<Snapshot> leftOff() {
        if (claim.resume() == null) {
            return Optional.empty();
        }
        Optional<Snapshot> left = setting.checkpoints().fetchIfSound(claim.resume());
        if (left.isEmpty()) {
            claim = claim.fromBegin();
        }
        return left;
    }

    private Outcome train(Attempt attempt, List<TrainingListener> listeners) {
        return setting.batchThreads().isPresent()
                ? attempt.run(engine, listeners, running, setting.batchThreads().getAsInt())
                : attempt.run(engine, listeners, running);
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

    /** The output layer is prunable as the mask says, else as is usual, and has as many classes as the task. */
    private static Network network(TrialSpec spec) {
        boolean pruneOutput =
                spec.mask().prunesOutputLayer().orElse(spec.network().pruneOutputLayer());
        return Networks.build(spec.network(), spec.dataset(), pruneOutput, Lesson.classes(spec));
    }
}
