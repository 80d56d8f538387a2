package dev.earlyphase.orchestrator.claim;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.logging.Log;
import org.hibernate.Session;

import dev.earlyphase.contracts.claim.Claim;
import dev.earlyphase.contracts.claim.Claim.Resume;
import dev.earlyphase.contracts.error.DomainException.Conflict;
import dev.earlyphase.contracts.error.DomainException.NotFound;
import dev.earlyphase.contracts.error.DomainException.Refused;
import dev.earlyphase.contracts.trial.TrialId;
import dev.earlyphase.orchestrator.Settings;
import dev.earlyphase.orchestrator.store.Transactions;
import dev.earlyphase.orchestrator.trial.AttemptHistory;
import dev.earlyphase.orchestrator.trial.Trial;
import dev.earlyphase.orchestrator.trial.Trials;

/** One conditional update decides who has a trial; the attempt that it counts up is the fencing token. */
@ApplicationScoped
public class Claims {
    /** How the names of workers begin that train nothing. */
    private static final String WAITING = "waiting:";

    private final Session session;
    private final Trials trials;
    private final ClaimObjects objects;
    private final AttemptHistory history;
    private final Duration lease;
    private final boolean waitingAllowed;
    private final ClaimMeters meters;

    Claims(
            Session session,
            Trials trials,
            ClaimObjects objects,
            AttemptHistory history,
            Settings settings,
            ClaimMeters meters) {
        this.session = session;
        this.trials = trials;
        this.objects = objects;
        this.history = history;
        this.lease = settings.lease().length();
        this.meters = meters;
        this.waitingAllowed = settings.claim().waiting();
    }

    /**
     * Seconds that the trial had been ready, and offered, before its claim.
     *
     * @param offered null when the offer had been withdrawn in between
     */
    private record Won(Double ready, Double offered) {}

    /**
     * @throws Conflict when another has it, or it is not to be had now
     * @throws Refused when the worker would only wait
     */
    public Claim claim(TrialId id, String worker) {
        Claim claim = meters.time(() -> {
            refuseWaiting(id, worker);
            return Transactions.call(() -> decide(id, worker));
        });
        Log.infof("Trial claimed: trial=%s attempt=%d worker=%s", id, claim.attempt(), worker);
        return claim;
    }

    private void refuseWaiting(TrialId id, String worker) {
        if (worker.startsWith(WAITING) && !waitingAllowed) {
            Log.warnf("A worker that trains nothing is refused: trial=%s worker=%s", id, worker);
            throw new Refused("Trial " + id + " is not for " + worker
                    + ", which only waits; earlyphase.claim.waiting allows that for benchmarks.");
        }
    }

    private Claim decide(TrialId id, String worker) {
        List<Won> rows = session.createNativeQuery("""
                        with candidate as (
                            select id, ready_since, dispatched from trial
                            where id = :id and state in ('ready', 'dispatched')
                              and (not_before is null or not_before <= now())
                            for update)
                        update trial t
                        set state = 'running', attempt = attempt + 1, worker = :worker, reason = null,
                            lease_until = now() + make_interval(secs => :lease), not_before = null,
                            dispatched = null, asked = observations, started = now(), ended = null, rate = null
                        from candidate where t.id = candidate.id
                        returning cast(extract(epoch from now() - candidate.ready_since) as double precision),
                                  cast(extract(epoch from now() - candidate.dispatched) as double precision)""", Won.class)
                .setParameter("id", id.value())
                .setParameter("worker", worker)
                .setParameter("lease", (double) lease.toSeconds())
                .list();
        Trial trial = trials.findByIdOptional(id.value()).orElseThrow(() -> new NotFound("trial", id.value()));
        if (rows.isEmpty()) {
            throw new Conflict("Trial " + id + " is not to be had: it is " + trial.state.id()
                    + (trial.worker == null ? "" : ", last claimed by " + trial.worker) + ", attempt " + trial.attempt
                    + ".");
        }
        Won waited = rows.getFirst();
        meters.waited(waited.ready(), waited.offered());
        Claim claim = objects.claim(trial, (int) lease.toSeconds());
        history.began(
                id, claim.attempt(), worker, Optional.ofNullable(claim.resume()).map(Resume::iteration));
        return claim;
    }
}
