package dev.earlyphase.orchestrator.study;

import java.util.List;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;

import io.quarkus.logging.Log;
import org.hibernate.Session;

import dev.earlyphase.contracts.study.StudyRequest;
import dev.earlyphase.orchestrator.Settings;
import dev.earlyphase.orchestrator.json.Json;
import dev.earlyphase.orchestrator.quota.Quotas;
import dev.earlyphase.orchestrator.recipe.Expansion;
import dev.earlyphase.orchestrator.recipe.PlannedTrial;
import dev.earlyphase.orchestrator.store.Advisory;
import dev.earlyphase.orchestrator.store.Transactions;
import dev.earlyphase.orchestrator.trace.TraceParent;
import dev.earlyphase.orchestrator.trial.TrialsChanged;

/** A study comes in: all of it is stored, or nothing. Only trials that no study has yet are new. */
@ApplicationScoped
public class Submission {
    private final Session session;
    private final Json json;
    private final StudyIds ids;
    private final Studies studies;
    private final Enrolment enrolment;
    private final Event<TrialsChanged> changes;
    private final Planning planning;
    private final Quotas quotas;
    private final int most;

    Submission(
            Session session,
            Json json,
            StudyIds ids,
            Studies studies,
            Enrolment enrolment,
            Event<TrialsChanged> changes,
            Planning planning,
            Quotas quotas,
            Settings settings) {
        this.session = session;
        this.json = json;
        this.ids = ids;
        this.studies = studies;
        this.enrolment = enrolment;
        this.changes = changes;
        this.planning = planning;
        this.quotas = quotas;
        this.most = settings.study().maxTrials();
    }

    /** @param created false when the same study was known already; if it was cancelled, it goes on now */
    public record Receipt(String study, boolean created) {}

    /**
     * @param owner whose the study is if it is new
     * @throws dev.earlyphase.contracts.error.DomainException.Refused when it would exceed a quota of theirs
     */
    public Receipt submit(StudyRequest request, String owner) {
        long begin = System.nanoTime();
        List<PlannedTrial> trials = Expansion.of(request, most);
        String id = ids.of(request);
        long newBytes = quotas.limitsBytes(owner) ? planning.plan(request).newBytes() : 0;
        return Transactions.call(() -> {
            Advisory.SUBMISSION.take(session);
            Study known = studies.findById(id);
            if (known != null && !known.cancelled) {
                return new Receipt(id, false);
            }
            if (known == null) {
                insert(id, request, owner);
            } else {
                known.cancelled = false;
                known.traceparent = TraceParent.ofThisThread();
                session.flush();
            }
            int added = enrolment.enrol(id, trials, request.observe().keep());
            quotas.check(owner, newBytes);
            changes.fire(new TrialsChanged());
            Log.infof(
                    "Study accepted: study=%s by=%s trials=%d new=%d millis=%d",
                    id, owner, trials.size(), added, (System.nanoTime() - begin) / 1_000_000);
            return new Receipt(id, known == null);
        });
    }

    private void insert(String id, StudyRequest request, String owner) {
        session.createNativeMutationQuery("""
                        insert into study (id, name, request, priority, max_parallel, owner, traceparent)
                        values (:id, :name, cast(:request as jsonb), :priority, :maxParallel, :owner,
                                cast(:traceparent as text))""")
                .setParameter("owner", owner)
                .setParameter("traceparent", TraceParent.ofThisThread())
                .setParameter("id", id)
                .setParameter("name", request.name())
                .setParameter("request", json.write(request))
                .setParameter("priority", request.scheduling().priority())
                .setParameter("maxParallel", request.scheduling().maxParallel())
                .executeUpdate();
    }
}
