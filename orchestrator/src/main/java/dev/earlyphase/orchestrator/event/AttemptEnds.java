package dev.earlyphase.orchestrator.event;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedSet;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;

import io.quarkus.logging.Log;

import dev.earlyphase.contracts.event.AttemptEnded;
import dev.earlyphase.contracts.event.AttemptEnded.Completed;
import dev.earlyphase.contracts.event.AttemptEnded.Diverged;
import dev.earlyphase.contracts.event.AttemptEnded.Failed;
import dev.earlyphase.contracts.event.AttemptEnded.Released;
import dev.earlyphase.contracts.trial.MaskSource;
import dev.earlyphase.contracts.trial.TrialResult;
import dev.earlyphase.contracts.trial.TrialState;
import dev.earlyphase.orchestrator.Settings;
import dev.earlyphase.orchestrator.store.Clock;
import dev.earlyphase.orchestrator.trial.AttemptHistory;
import dev.earlyphase.orchestrator.trial.Attempts;
import dev.earlyphase.orchestrator.trial.Checkpoints;
import dev.earlyphase.orchestrator.trial.Trial;
import dev.earlyphase.orchestrator.trial.TrialGraph;
import dev.earlyphase.orchestrator.trial.TrialsChanged;

/** What the end of an attempt means to its trial and to those that depend on it. */
@ApplicationScoped
public class AttemptEnds {
    private final Checkpoints checkpoints;
    private final TrialGraph graph;
    private final AttemptHistory history;
    private final Clock clock;
    private final Event<TrialsChanged> changes;
    private final Attempts attempts;

    AttemptEnds(
            Checkpoints checkpoints,
            TrialGraph graph,
            AttemptHistory history,
            Clock clock,
            Event<TrialsChanged> changes,
            Settings settings) {
        this.checkpoints = checkpoints;
        this.graph = graph;
        this.history = history;
        this.clock = clock;
        this.changes = changes;
        this.attempts = Attempts.of(settings);
    }

    /** The trial is held by the caller's transaction and listens to the attempt. */
    void apply(Trial trial, AttemptEnded event) {
        Instant now = clock.now();
        boolean leased = trial.state == TrialState.RUNNING;
        trial.endedAttempt = event.attempt();
        history.ended(trial, event);
        switch (event.outcome()) {
            case Completed completed -> complete(trial, completed.result(), event, now);
            case Diverged diverged -> trial.diverge(diverged.iteration(), diverged.reason(), event.provenance(), now);
            case Failed failed
            when failed.retryable() -> {
                // A lost lease has been counted as a failure already.
                if (leased) {
                    trial.failAttempt(failed.reason(), attempts, now);
                } else {
                    trial.reason = failed.reason();
                }
            }
            case Failed failed -> trial.fail(failed.reason(), now);
            case Released released -> {
                if (leased) {
                    trial.again("released at " + released.iteration() + "it: " + released.reason(), null);
                }
            }
        }
        switch (trial.state) {
            case COMPLETED -> graph.promoteChildren(trial.trialId());
            case DIVERGED, FAILED -> graph.block();
            case WAITING -> graph.promoteAll();
            case READY, DISPATCHED, RUNNING, BLOCKED, CANCELLED -> {}
        }
        changes.fire(new TrialsChanged());
        Log.infof(
                "Attempt ended: trial=%s attempt=%d worker=%s outcome=%s state=%s",
                trial.id,
                event.attempt(),
                trial.worker,
                event.outcome().getClass().getSimpleName().toLowerCase(Locale.ROOT),
                trial.state.id());
    }

    /** The same for an attempt that is listened to no more: what it failed of is worth knowing still. */
    void explain(Trial trial, AttemptEnded event) {
        if (event.outcome() instanceof Failed failed) {
            trial.explain(event.attempt(), failed.reason(), attempts);
            history.explain(event.trial(), event.attempt(), failed.reason());
        }
    }

    private void complete(Trial trial, TrialResult result, AttemptEnded event, Instant now) {
        Optional<String> lacking = lacking(trial);
        if (lacking.isPresent()) {
            trial.failAttempt(lacking.get(), attempts, now);
            history.refused(trial, event, lacking.get());
            return;
        }
        trial.complete(result, event.provenance(), difference(trial, result), now);
        SortedSet<Integer> askedTooLate = checkpoints.missing(trial, trial.observations);
        if (!askedTooLate.isEmpty()) {
            trial.replay(askedTooLate);
        } else if (!trial.observed.coverBesideCheckpoints(trial.observations)) {
            trial.replay();
        }
    }

    /** What others will need of it and nobody has reported. */
    private Optional<String> lacking(Trial trial) {
        SortedSet<Integer> owed = checkpoints.missing(trial, trial.asked);
        if (!owed.isEmpty()) {
            return Optional.of("it ended without its checkpoints at " + Trial.iterations(owed));
        }
        boolean masked = !(trial.spec.mask() instanceof MaskSource.Dense);
        return masked && trial.mask == null ? Optional.of("it ended without its mask") : Optional.empty();
    }

    /** A repetition should end in the same bits; where it does not, on other hardware say, the new result says so. */
    private static String difference(Trial trial, TrialResult result) {
        if (trial.result == null || trial.result.weightsSha256().equals(result.weightsSha256())) {
            return null;
        }
        Log.warnf(
                "Repeated with another outcome: trial=%s attempt=%d before=%s now=%s",
                trial.id, trial.attempt, trial.result.weightsSha256(), result.weightsSha256());
        return "repeated with other weights at the end: " + trial.result.weightsSha256() + " before, "
                + result.weightsSha256() + " now";
    }
}
