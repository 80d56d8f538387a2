package dev.earlyphase.orchestrator.trial;

import java.util.Collection;
import java.util.List;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;

import io.quarkus.logging.Log;
import org.hibernate.Session;

import dev.earlyphase.contracts.error.DomainException.Conflict;
import dev.earlyphase.orchestrator.store.Advisory;
import dev.earlyphase.orchestrator.store.Transactions;

/** Another chance for what has failed; whatever was blocked because of it waits again. */
@ApplicationScoped
public class TrialRetry {
    private final Session session;
    private final Trials trials;
    private final TrialGraph graph;
    private final Replays replays;
    private final Event<TrialsChanged> changes;

    TrialRetry(Session session, Trials trials, TrialGraph graph, Replays replays, Event<TrialsChanged> changes) {
        this.session = session;
        this.trials = trials;
        this.graph = graph;
        this.replays = replays;
        this.changes = changes;
    }

    /** @param idOrPrefix of a trial that failed or diverged */
    public void retry(String idOrPrefix) {
        Transactions.run(() -> {
            Advisory.SUBMISSION.take(session);
            Trial trial = trials.lock(trials.named(idOrPrefix).trialId()).orElseThrow();
            switch (trial.state) {
                case FAILED, DIVERGED -> restart(List.of(trial.id));
                case BLOCKED ->
                    throw new Conflict("Trial " + trial.id + " is " + trial.reason + "; retry that trial instead.");
                case WAITING, READY, DISPATCHED, RUNNING, COMPLETED, CANCELLED ->
                    throw new Conflict("Trial " + trial.id + " is " + trial.state.id()
                            + "; only one that failed or diverged is retried.");
            }
        });
    }

    /** Within the caller's transaction. */
    public void restart(Collection<String> failed) {
        int waiting = graph.restart(failed);
        replays.ofDropped();
        graph.block();
        graph.promoteAll();
        changes.fire(new TrialsChanged());
        Log.infof("Retried: failed=%d freed=%d", failed.size(), waiting - failed.size());
    }
}
