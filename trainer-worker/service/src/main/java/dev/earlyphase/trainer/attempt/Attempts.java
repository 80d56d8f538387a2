package dev.earlyphase.trainer.attempt;

import java.time.Duration;
import java.util.Optional;
import jakarta.inject.Singleton;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.instrumentation.annotations.WithSpan;
import org.jboss.logging.Logger;

import dev.earlyphase.contracts.claim.Claim;
import dev.earlyphase.contracts.claim.Orders;
import dev.earlyphase.contracts.error.Check;
import dev.earlyphase.contracts.event.AttemptEnded;
import dev.earlyphase.contracts.object.ObjectKeys;
import dev.earlyphase.core.data.DataSets;
import dev.earlyphase.trainer.build.Build;
import dev.earlyphase.trainer.config.WorkerConfig;
import dev.earlyphase.trainer.config.WorkerName;
import dev.earlyphase.trainer.crash.RunningMarks;
import dev.earlyphase.trainer.engine.EngineChoice;
import dev.earlyphase.trainer.lease.Heartbeats;
import dev.earlyphase.trainer.lease.RunningAttempt;
import dev.earlyphase.trainer.report.AttemptLog;
import dev.earlyphase.trainer.report.AttemptReport;
import dev.earlyphase.trainer.report.Publisher;
import dev.earlyphase.trainer.slot.Slot;
import dev.earlyphase.trainer.store.Store;

/** Runs attempts: each from its claim to its last event, whatever happens between. */
@Singleton
public class Attempts {
    private static final Logger LOG = Logger.getLogger(Attempts.class);

    private final Setting setting;
    private final Store store;
    private final Publisher publisher;
    private final Heartbeats heartbeats;
    private final RunningMarks marks;
    private final Optional<Duration> waiting;

    Attempts(
            WorkerName worker,
            WorkerConfig config,
            EngineChoice engine,
            Checkpoints checkpoints,
            DataSets data,
            TrainingMeters meters,
            Store store,
            Publisher publisher,
            Heartbeats beats,
            RunningMarks marks) {
        config.worker().batchThreads().ifPresent(n -> Check.atLeast(1, n, "earlyphase.worker.batch-threads"));
        this.setting = new Setting(
                worker.toString(),
                Build.ofThisProgram(),
                engine.origin(),
                checkpoints,
                data,
                meters,
                config.worker().recovery(),
                config.worker().batchThreads());
        this.store = store;
        this.publisher = publisher;
        this.heartbeats = beats;
        this.marks = marks;
        this.waiting = config.worker().waiting();
    }

    /** Trains what was claimed, in the calling thread, which must be the slot's. */
    @WithSpan("attempt")
    public void run(Claim claim, Slot slot) {
        Span.current()
                .setAttribute("trial", claim.trial().value())
                .setAttribute("attempt", claim.attempt())
                .setAttribute("worker", setting.worker());
        int from = claim.resume() == null
                ? claim.spec().beginIteration()
                : claim.resume().iteration();
        var running = new RunningAttempt(claim.trial(), claim.attempt(), from);
        var log = new AttemptLog();
        var report = new AttemptReport(publisher, claim, log);
        Work work = waiting.<Work>map(length -> new Waiting(setting, length, claim, running, report))
                .orElseGet(() -> new Execution(setting, claim, slot.engine(), running, report));
        marks.set(claim);
        heartbeats.add(running);
        LOG.infof(
                "Training %s on %s trial=%s attempt=%d iteration=%d",
                claim.spec().network().id(),
                claim.spec().dataset().id(),
                claim.trial().brief(),
                claim.attempt(),
                from);
        log.line(
                "%s on %s at %dit, by %s with %s %s on %s",
                claim.spec().network().id(),
                claim.spec().dataset().id(),
                from,
                setting.worker(),
                setting.engine().name(),
                setting.engine().version(),
                setting.engine().device());
        try {
            Optional<AttemptEnded.Outcome> outcome = outcome(work, claim, log);
            if (outcome.isPresent() && running.order() != Orders.Kind.ABORT) {
                keep(log, outcome.get(), claim);
                report.ended(outcome.get(), work.provenance());
                heartbeats.awaitEnded(running);
            }
            String end = outcome.map(Attempts::sentence).orElse("Dropped, as ordered");
            Span.current().setAttribute("outcome", end);
            LOG.infof("%s trial=%s attempt=%d", end, claim.trial().brief(), claim.attempt());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            LOG.errorf(
                    e,
                    "The end of trial=%s attempt=%d was not reported",
                    claim.trial().brief(),
                    claim.attempt());
        } finally {
            heartbeats.remove(running);
            marks.remove(claim);
        }
    }

    /** How the attempt ended; empty when it was dropped by order and nothing is to be said of it. */
    private static Optional<AttemptEnded.Outcome> outcome(Work work, Claim claim, AttemptLog log) {
        try {
            return work.run();
        } catch (RuntimeException | LinkageError | OutOfMemoryError e) {
            log.failure(e);
            LOG.warnf(e, "trial=%s attempt=%d failed", claim.trial().brief(), claim.attempt());
            return Optional.of(FailureReason.of(e, claim.spec().training()));
        }
    }

    /** Before the end is told, so that whoever reads of it finds the log; without it the attempt ends all the same. */
    private void keep(AttemptLog log, AttemptEnded.Outcome outcome, Claim claim) {
        log.line("%s", sentence(outcome));
        store.offer(ObjectKeys.log(claim.trial(), claim.attempt()), log.bytes());
    }

    private static String sentence(AttemptEnded.Outcome outcome) {
        return switch (outcome) {
            case AttemptEnded.Completed completed ->
                "Completed with test accuracy %.4f".formatted(completed.result().testAccuracy());
            case AttemptEnded.Diverged diverged -> "Diverged: " + diverged.reason();
            case AttemptEnded.Failed failed -> "Failed: " + failed.reason();
            case AttemptEnded.Released released -> "Released at iteration " + released.iteration();
        };
    }
}
