package dev.earlyphase.orchestrator.trial;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;

import io.quarkus.logging.Log;
import org.hibernate.Session;

import dev.earlyphase.contracts.error.DomainException.Conflict;
import dev.earlyphase.orchestrator.store.Advisory;
import dev.earlyphase.orchestrator.store.Clock;
import dev.earlyphase.orchestrator.store.Transactions;

/** A completed trial is trained again from its begin, to see whether it comes to the same weights. */
@ApplicationScoped
public class TrialReplay {
    private final Session session;
    private final Trials trials;
    private final TrialGraph graph;
    private final Replays replays;
    private final Clock clock;
    private final Event<TrialsChanged> changes;

    TrialReplay(
            Session session,
            Trials trials,
            TrialGraph graph,
            Replays replays,
            Clock clock,
            Event<TrialsChanged> changes) {
        this.session = session;
        this.trials = trials;
        this.graph = graph;
        this.replays = replays;
        this.clock = clock;
        this.changes = changes;
    }

    /** @param idOrPrefix of a completed trial */
    public void replay(String idOrPrefix) {
        Transactions.run(() -> {
            Advisory.SUBMISSION.take(session);
            Trial trial = trials.lock(trials.named(idOrPrefix).trialId()).orElseThrow();
            switch (trial.state) {
                case COMPLETED -> demandStudy(trial);
                case WAITING, READY, DISPATCHED, RUNNING, DIVERGED, FAILED, BLOCKED, CANCELLED ->
                    throw new Conflict(
                            "Trial " + trial.id + " is " + trial.state.id() + "; only a completed one is replayed.");
            }
            trial.verify(clock.now());
            session.flush();
            replays.ofDropped();
            graph.promoteAll();
            changes.fire(new TrialsChanged());
            Log.infof("Replay asked for: trial=%s attempts=%d", trial.id, trial.attempt);
        });
    }

    /** Trials of cancelled studies are never offered. */
    private void demandStudy(Trial trial) {
        boolean wanted = session.createNativeQuery("""
                        select count(*) > 0 from study_trial st join study s on s.id = st.study
                        where st.trial = :trial and not s.cancelled""", Boolean.class)
                .setParameter("trial", trial.id)
                .getSingleResult();
        if (!wanted) {
            throw new Conflict("All studies of trial " + trial.id + " are cancelled; submit one of them again first.");
        }
    }
}
