package dev.earlyphase.orchestrator.retention;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.logging.Log;
import org.hibernate.Session;

import dev.earlyphase.contracts.event.ObjectsOutdated;
import dev.earlyphase.contracts.event.Schema;
import dev.earlyphase.contracts.trial.TrialId;
import dev.earlyphase.orchestrator.Settings;
import dev.earlyphase.orchestrator.outbox.Outbox;
import dev.earlyphase.orchestrator.store.Clock;

/**
 * Attempts that came to nothing may have written checkpoints that nobody was told of, or that a later attempt wrote
 * again. Once a trial has its result they are deleted: two leases later, so that a worker which was out of reach has
 * found out by then that it must write no more. That is done once: what rows named then may be in use by others when the
 * trial is trained again later.
 */
@ApplicationScoped
public class Leftovers {
    private static final int MOST = 500;

    private static final String OUTDATED = """
            with outdated as (
                update trial set swept = attempt
                where id in (select id from trial
                             where swept = 0 and state in ('completed', 'diverged')
                               and ended < now() - make_interval(secs => :patience)
                             order by ended limit :most for update skip locked)
                returning id, attempt, mask)
            select o.id, o.attempt, coalesce(string_agg(object ->> 'key', ' '), '')
            from outdated o
            left join lateral (
                select unnest(array[c.weights, c.momentum, c.mask]) as object from checkpoint c where c.trial = o.id
                union all select o.mask) named on object ->> 'key' is not null
            where o.attempt > 1
            group by o.id, o.attempt""";

    private final Session session;
    private final Outbox outbox;
    private final Clock clock;
    private final Duration patience;

    Leftovers(Session session, Outbox outbox, Clock clock, Settings settings) {
        this.session = session;
        this.outbox = outbox;
        this.clock = clock;
        this.patience = settings.lease().length().multipliedBy(2);
    }

    /** @param kept keys, one space between two; no key has any */
    private record Outdated(String trial, int attempt, String kept) {}

    /** Within the caller's transaction. */
    public void sweep() {
        List<Outdated> outdated = session.createNativeQuery(OUTDATED, Outdated.class)
                .setParameter("patience", (double) patience.toSeconds())
                .setParameter("most", MOST)
                .list();
        if (outdated.isEmpty()) {
            return;
        }
        Instant now = clock.now();
        outbox.tell(outdated.stream()
                .map(trial -> new ObjectsOutdated(
                        Schema.VERSION,
                        new TrialId(trial.trial()),
                        trial.attempt(),
                        0,
                        now,
                        Arrays.stream(trial.kept().split(" "))
                                .filter(key -> !key.isEmpty())
                                .sorted()
                                .toList()))
                .toList());
        Log.infof("What earlier attempts left is deleted: trials=%d", outdated.size());
    }
}
