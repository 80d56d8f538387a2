package dev.earlyphase.trainer.report;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Locale;
import java.util.Queue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import dev.earlyphase.contracts.claim.Claim;
import dev.earlyphase.contracts.error.DomainException.Unavailable;
import dev.earlyphase.contracts.event.AttemptEnded;
import dev.earlyphase.contracts.event.CheckpointWritten;
import dev.earlyphase.contracts.event.MaskDerived;
import dev.earlyphase.contracts.event.Schema;
import dev.earlyphase.contracts.event.TelemetryBatch;
import dev.earlyphase.contracts.object.ObjectRef;
import dev.earlyphase.contracts.trial.Provenance;
import dev.earlyphase.contracts.trial.TrialId;

/** All that is reported of one attempt, numbered in order. Confined to the attempt's thread. */
public final class AttemptReport {
    private static final Duration LONGEST_WAIT = Duration.ofHours(1);

    private final Publisher publisher;
    private final TrialId trial;
    private final int attempt;
    private final AttemptLog log;
    private final Queue<Future<?>> pending = new ArrayDeque<>();
    private long events;
    private long batches;

    /** @param log where what is reported is put down for people too */
    public AttemptReport(Publisher publisher, Claim claim, AttemptLog log) {
        this.publisher = publisher;
        this.trial = claim.trial();
        this.attempt = claim.attempt();
        this.log = log;
    }

    public void maskDerived(ObjectRef mask, double threshold, ObjectRef parent) {
        await(publisher.publish(
                new MaskDerived(Schema.VERSION, trial, attempt, events++, Instant.now(), mask, threshold, parent)));
        log.line("mask derived, of %,d bytes", mask.bytes());
    }

    /** Telemetry up to the checkpoint is on record before the checkpoint is, so that resuming leaves no gap. */
    public void checkpointWritten(
            int iteration,
            CheckpointWritten.Purpose purpose,
            ObjectRef weights,
            ObjectRef momentum,
            ObjectRef mask,
            ObjectRef start,
            ObjectRef initialisation) {
        settle();
        await(publisher.publish(new CheckpointWritten(
                Schema.VERSION,
                trial,
                attempt,
                events++,
                Instant.now(),
                iteration,
                purpose,
                weights,
                momentum,
                mask,
                start,
                initialisation)));
        log.line("checkpoint at %dit kept, %s", iteration, purpose.name().toLowerCase(Locale.ROOT));
    }

    public void telemetry(
            List<String> layers,
            List<String> traced,
            List<TelemetryBatch.Row> rows,
            List<TelemetryBatch.Evaluation> evaluations,
            List<TelemetryBatch.Measurement> measurements) {
        evaluations.forEach(seen -> log.line(
                "measured at %dit: test accuracy %.4f, test loss %.4f",
                seen.iteration(), seen.accuracy(), seen.loss()));
        pending.add(publisher.publish(new TelemetryBatch(
                Schema.VERSION, trial, attempt, batches++, layers, traced, rows, evaluations, measurements)));
        while (!pending.isEmpty() && pending.peek().isDone()) {
            await(pending.remove());
        }
    }

    /** The last event; returns when everything is on record. */
    public void ended(AttemptEnded.Outcome outcome, Provenance provenance) {
        settle();
        await(publisher.publish(
                new AttemptEnded(Schema.VERSION, trial, attempt, events++, Instant.now(), outcome, provenance)));
    }

    private void settle() {
        while (!pending.isEmpty()) {
            await(pending.remove());
        }
    }

    private static void await(Future<?> record) {
        try {
            record.get(LONGEST_WAIT.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw new Unavailable("Kafka would not take a record: " + e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Unavailable("Interrupted while waiting for Kafka to take a record");
        }
    }
}
