package dev.earlyphase.orchestrator.event;

import java.util.Optional;
import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.logging.Log;

import dev.earlyphase.contracts.error.DomainException.NotFound;
import dev.earlyphase.contracts.event.AttemptEnded;
import dev.earlyphase.contracts.event.CheckpointWritten;
import dev.earlyphase.contracts.event.CheckpointsDropped;
import dev.earlyphase.contracts.event.MaskDerived;
import dev.earlyphase.contracts.event.ObjectsOutdated;
import dev.earlyphase.contracts.event.TrialEvent;
import dev.earlyphase.contracts.event.TrialForgotten;
import dev.earlyphase.contracts.event.TrialImported;
import dev.earlyphase.orchestrator.store.Transactions;
import dev.earlyphase.orchestrator.trial.Checkpoints;
import dev.earlyphase.orchestrator.trial.Trial;
import dev.earlyphase.orchestrator.trial.Trials;

/** Events of the current attempt become state; those of an older one, or told twice, change nothing. */
@ApplicationScoped
public class TrialEvents {
    private final Trials trials;
    private final Checkpoints checkpoints;
    private final AttemptEnds ends;
    private final EventMeters meters;

    TrialEvents(Trials trials, Checkpoints checkpoints, AttemptEnds ends, EventMeters meters) {
        this.trials = trials;
        this.checkpoints = checkpoints;
        this.ends = ends;
        this.meters = meters;
    }

    /** @throws NotFound when no study ever had the trial */
    public void take(TrialEvent event) {
        if (isOwn(event)) {
            return;
        }
        boolean taken = Transactions.call(() -> {
            Optional<Trial> trial = trials.lock(event.trial());
            if (trial.isEmpty() && !trials.isForgotten(event.trial())) {
                throw new NotFound("trial", event.trial().value());
            }
            return trial.filter(known -> take(known, event)).isPresent();
        });
        if (taken) {
            meters.taken(event);
        } else {
            meters.refused();
        }
        Log.debugf(
                "Event %s: type=%s trial=%s attempt=%d sequence=%d",
                taken ? "taken" : "refused",
                event.getClass().getSimpleName(),
                event.trial(),
                event.attempt(),
                event.sequence());
    }

    /** Said by the orchestrator itself, for others. */
    private static boolean isOwn(TrialEvent event) {
        return switch (event) {
            case CheckpointsDropped own -> true;
            case ObjectsOutdated own -> true;
            case TrialForgotten own -> true;
            case TrialImported own -> true;
            case MaskDerived told -> false;
            case CheckpointWritten told -> false;
            case AttemptEnded told -> false;
        };
    }

    private boolean take(Trial trial, TrialEvent event) {
        boolean listens = trial.listensTo(event.attempt());
        if (listens) {
            apply(trial, event);
        } else if (event instanceof AttemptEnded ended) {
            ends.explain(trial, ended);
        }
        return listens;
    }

    private void apply(Trial trial, TrialEvent event) {
        switch (event) {
            case CheckpointWritten written -> {
                checkpoints.store(written);
                trial.iteration = Math.max(trial.iteration, written.iteration());
            }
            case MaskDerived derived -> trial.mask = derived.mask();
            case AttemptEnded ended -> ends.apply(trial, ended);
            case CheckpointsDropped own -> {}
            case ObjectsOutdated own -> {}
            case TrialForgotten own -> {}
            case TrialImported own -> {}
        }
    }
}
