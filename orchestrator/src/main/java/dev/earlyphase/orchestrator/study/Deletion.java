package dev.earlyphase.orchestrator.study;

import java.time.Instant;
import java.util.List;
import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.logging.Log;
import org.hibernate.Session;

import dev.earlyphase.contracts.access.Caller;
import dev.earlyphase.contracts.error.DomainException.Conflict;
import dev.earlyphase.contracts.event.Schema;
import dev.earlyphase.contracts.event.TrialForgotten;
import dev.earlyphase.contracts.study.Storage;
import dev.earlyphase.contracts.trial.TrialId;
import dev.earlyphase.orchestrator.outbox.Outbox;
import dev.earlyphase.orchestrator.store.Advisory;
import dev.earlyphase.orchestrator.store.Clock;
import dev.earlyphase.orchestrator.store.Transactions;
import dev.earlyphase.orchestrator.trial.TrialStateColumn;

/**
 * A study goes, and with it the trials that no other study has: their rows here at once, what they left elsewhere by the
 * readers of {@link TrialForgotten}. How often a trial was claimed is remembered, so that nothing that an old attempt
 * still says is taken for a later one's.
 */
@ApplicationScoped
public class Deletion {
    private final Session session;
    private final Studies studies;
    private final StudyStorage storage;
    private final Outbox outbox;
    private final Clock clock;

    Deletion(Session session, Studies studies, StudyStorage storage, Outbox outbox, Clock clock) {
        this.session = session;
        this.studies = studies;
        this.storage = storage;
        this.outbox = outbox;
        this.clock = clock;
    }

    private record Own(String trial, String state, int attempt) {}

    /**
     * Returns what was freed.
     *
     * @throws Conflict while a trial that no other study has is still to end
     */
    public Storage delete(String id, Caller caller) {
        return Transactions.call(() -> {
            Advisory.SUBMISSION.take(session);
            studies.lockToEnd(id, caller);
            Storage freed = storage.of(id);
            List<Own> own = own(id);
            demandEnded(id, own);
            forget(id, own);
            Log.infof(
                    "Study deleted: study=%s by=%s trials=%d bytes=%d",
                    id, caller.user(), own.size(), freed.ownBytes());
            return freed;
        });
    }

    /** A trial on which one of another study depends stays; as studies hold all ancestors, there should be none. */
    private List<Own> own(String study) {
        return session.createNativeQuery("with " + StudyStorage.MEMBERS + """
                        select t.id, t.state, t.attempt from member m join trial t on t.id = m.trial
                        where m.own and not exists (
                            select 1 from dependency d
                            where d.parent = t.id and d.child not in (select trial from member where own))
                        order by t.id for update of t""", Own.class)
                .setParameter("study", study)
                .list();
    }

    private static void demandEnded(String study, List<Own> own) {
        long running = own.stream()
                .filter(trial -> !TrialStateColumn.of(trial.state()).ended())
                .count();
        if (running > 0) {
            throw new Conflict("Study " + study + " has " + running
                    + " trials that no other study has and that are still to end; cancel it first.");
        }
    }

    private void forget(String study, List<Own> own) {
        Instant now = clock.now();
        String[] trials = own.stream().map(Own::trial).toArray(String[]::new);
        run("""
                insert into forgotten (trial, attempt) select id, attempt from trial where id = any(:trials)
                on conflict (trial) do update set attempt = excluded.attempt""", trials);
        session.createNativeMutationQuery("delete from study_trial where study = :study")
                .setParameter("study", study)
                .executeUpdate();
        session.createNativeMutationQuery("delete from study where id = :study")
                .setParameter("study", study)
                .executeUpdate();
        run("delete from dependency where child = any(:trials)", trials);
        run("delete from attempt where trial = any(:trials)", trials);
        run("delete from checkpoint where trial = any(:trials)", trials);
        run("delete from trial where id = any(:trials)", trials);
        outbox.tell(own.stream()
                .map(trial -> new TrialForgotten(Schema.VERSION, new TrialId(trial.trial()), trial.attempt(), 0, now))
                .toList());
    }

    private void run(String sql, String[] trials) {
        session.createNativeMutationQuery(sql).setParameter("trials", trials).executeUpdate();
    }
}
