package dev.earlyphase.trainer.attempt;

import java.util.Optional;
import java.util.concurrent.TimeUnit;

import dev.earlyphase.contracts.claim.Claim;
import dev.earlyphase.contracts.claim.Orders;
import dev.earlyphase.contracts.event.AttemptEnded;
import dev.earlyphase.contracts.event.TelemetryBatch.Evaluation;
import dev.earlyphase.contracts.trial.TrialResult;
import dev.earlyphase.core.network.Network;
import dev.earlyphase.core.network.Parameter;
import dev.earlyphase.core.training.Outcome;
import dev.earlyphase.trainer.lease.RunningAttempt;
import dev.earlyphase.trainer.report.TelemetryBatches;
import dev.earlyphase.weights.Mask;

/**
 * What is said of an attempt when training is over.
 *
 * @param started nanoseconds, by {@link System#nanoTime}
 */
record EndOfAttempt(
        Claim claim,
        Network network,
        Optional<Mask> mask,
        TelemetryBatches telemetry,
        ReportedCheckpoints kept,
        long started) {
    /** Empty when the attempt was dropped by order. */
    Optional<AttemptEnded.Outcome> of(Outcome outcome, RunningAttempt running) {
        return switch (outcome) {
            case Outcome.Completed completed -> Optional.of(new AttemptEnded.Completed(result(completed)));
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

    private TrialResult result(Outcome.Completed completed) {
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
}
