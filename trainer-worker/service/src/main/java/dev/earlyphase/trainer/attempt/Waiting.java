package dev.earlyphase.trainer.attempt;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;

import dev.earlyphase.contracts.claim.Claim;
import dev.earlyphase.contracts.claim.Orders;
import dev.earlyphase.contracts.error.DomainException.Unavailable;
import dev.earlyphase.contracts.event.AttemptEnded;
import dev.earlyphase.contracts.event.CheckpointWritten.Purpose;
import dev.earlyphase.contracts.object.ObjectKeys;
import dev.earlyphase.contracts.object.ObjectRef;
import dev.earlyphase.contracts.trial.Provenance;
import dev.earlyphase.contracts.trial.TrialResult;
import dev.earlyphase.contracts.trial.TrialSpec;
import dev.earlyphase.trainer.lease.RunningAttempt;
import dev.earlyphase.trainer.report.AttemptReport;
import dev.earlyphase.weights.Shape;
import dev.earlyphase.weights.Tensor;
import dev.earlyphase.weights.Tensors;

/**
 * Waits where others train, and reports what they report: real checkpoints, of a single weight. For measuring what is
 * around the training; the result says nothing, and its provenance says so.
 */
final class Waiting implements Work {
    private static final String WEIGHT = "waited.weight";
    private static final Duration LOOK_EVERY = Duration.ofMillis(20);

    private final Setting setting;
    private final Duration length;
    private final Claim claim;
    private final RunningAttempt running;
    private final AttemptReport report;

    Waiting(Setting setting, Duration length, Claim claim, RunningAttempt running, AttemptReport report) {
        this.setting = setting;
        this.length = length;
        this.claim = claim;
        this.running = running;
        this.report = report;
    }

    @Override
    public Optional<AttemptEnded.Outcome> run() {
        TrialSpec spec = claim.spec();
        long began = System.nanoTime();
        var iterations = new TreeSet<>(claim.observations().checkpoints());
        iterations.add(spec.beginIteration());
        iterations.add(spec.endIteration());
        ObjectRef begin = keep(iterations.pollFirst(), null);
        waitUntil(began + length.toNanos());
        if (running.raised()) {
            return running.order() == Orders.Kind.ABORT
                    ? Optional.empty()
                    : Optional.of(
                            new AttemptEnded.Released(spec.beginIteration(), "the worker was asked to stop waiting"));
        }
        ObjectRef end = begin;
        for (int iteration : iterations) {
            end = keep(iteration, begin);
        }
        double seconds = (System.nanoTime() - began) / (double) TimeUnit.SECONDS.toNanos(1);
        return Optional.of(new AttemptEnded.Completed(
                new TrialResult(spec.endIteration(), 0, null, null, seconds, 0, end.sha256(), 1, 1)));
    }

    @Override
    public Provenance provenance() {
        return AttemptProvenance.of(setting, claim, null);
    }

    private ObjectRef keep(int iteration, ObjectRef begin) {
        var weights = Tensors.of(new Tensor(WEIGHT, Shape.of(1, 1), new float[] {iteration}));
        ObjectRef kept = setting.checkpoints()
                .keep(
                        ObjectKeys.checkpoint(claim.trial(), claim.attempt(), iteration),
                        weights,
                        Checkpoints.metadata(claim, List.of(WEIGHT), iteration));
        report.checkpointWritten(iteration, Purpose.OBSERVED, kept, null, null, begin, begin);
        return kept;
    }

    private void waitUntil(long end) {
        try {
            while (!running.raised() && System.nanoTime() < end) {
                long left = end - System.nanoTime();
                TimeUnit.NANOSECONDS.sleep(Math.clamp(left, 1, LOOK_EVERY.toNanos()));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Unavailable("Interrupted while waiting");
        }
    }
}
