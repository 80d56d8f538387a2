package dev.earlyphase.orchestrator.study;

import java.util.List;
import jakarta.enterprise.context.ApplicationScoped;

import org.hibernate.Session;

import dev.earlyphase.contracts.error.DomainException.Conflict;
import dev.earlyphase.contracts.trial.TrialState;
import dev.earlyphase.orchestrator.store.Advisory;
import dev.earlyphase.orchestrator.store.Transactions;
import dev.earlyphase.orchestrator.trial.TrialRetry;

/** Another chance for all failed trials of a study; a divergence is a result and stays. */
@ApplicationScoped
public class StudyRetry {
    private final Session session;
    private final Studies studies;
    private final StudyTrials trials;
    private final TrialRetry retry;

    StudyRetry(Session session, Studies studies, StudyTrials trials, TrialRetry retry) {
        this.session = session;
        this.studies = studies;
        this.trials = trials;
        this.retry = retry;
    }

    public void retry(String id) {
        Transactions.run(() -> {
            Advisory.SUBMISSION.take(session);
            if (studies.lock(id).cancelled) {
                throw new Conflict("Study " + id + " is cancelled; submit it again to revive it.");
            }
            List<String> failed = trials.in(TrialState.FAILED, id);
            if (!failed.isEmpty()) {
                retry.restart(failed);
            }
        });
    }
}
