package dev.earlyphase.orchestrator.study;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;

import io.quarkus.logging.Log;
import org.hibernate.Session;

import dev.earlyphase.contracts.access.Caller;
import dev.earlyphase.orchestrator.store.Advisory;
import dev.earlyphase.orchestrator.store.Transactions;
import dev.earlyphase.orchestrator.trial.AttemptHistory;
import dev.earlyphase.orchestrator.trial.TrialsChanged;

/** A study is wanted no more; what other studies want of its trials goes on. */
@ApplicationScoped
public class Cancellation {
    private final Session session;
    private final Studies studies;
    private final AttemptHistory history;
    private final Event<TrialsChanged> changes;

    Cancellation(Session session, Studies studies, AttemptHistory history, Event<TrialsChanged> changes) {
        this.session = session;
        this.studies = studies;
        this.history = history;
        this.changes = changes;
    }

    /** Cancelling twice is cancelling once. */
    public void cancel(String id, Caller caller) {
        Transactions.run(() -> {
            Advisory.SUBMISSION.take(session);
            studies.lockToEnd(id, caller).cancelled = true;
            session.flush();
            Log.infof("Study cancelled: study=%s by=%s trials=%d", id, caller.user(), cancelTrials(id));
            history.cancelled();
            changes.fire(new TrialsChanged());
        });
    }

    /** A trial that was only being repeated keeps its result; a comparison that it was repeated for comes to nothing. */
    private int cancelTrials(String study) {
        return session.createNativeMutationQuery("""
                        update trial t
                        set state = case when t.result is null then 'cancelled' else 'completed' end,
                            reason = case when t.result is null then 'no study wants it any more' end,
                            iteration = case when t.result is null then t.iteration else t.end_iteration end,
                            verification = case when t.verification ->> 'equal' is not null then t.verification end,
                            ended = now(), lease_until = null, dispatched = null, rate = null
                        where t.state in ('waiting', 'ready', 'dispatched', 'running')
                          and t.id in (select trial from study_trial where study = :study)
                          and not exists (select 1 from study_trial other join study s on s.id = other.study
                                          where other.trial = t.id and not s.cancelled)""")
                .setParameter("study", study)
                .executeUpdate();
    }
}
