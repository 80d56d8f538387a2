package dev.earlyphase.orchestrator.worker;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;

import org.hibernate.Session;

import dev.earlyphase.contracts.claim.Heartbeat;
import dev.earlyphase.contracts.claim.Heartbeat.Running;
import dev.earlyphase.contracts.claim.Orders;
import dev.earlyphase.contracts.claim.Orders.Kind;
import dev.earlyphase.contracts.claim.Orders.Order;
import dev.earlyphase.contracts.trial.TrialState;
import dev.earlyphase.orchestrator.Settings;
import dev.earlyphase.orchestrator.json.Json;
import dev.earlyphase.orchestrator.store.Transactions;
import dev.earlyphase.orchestrator.trial.AttemptHistory;
import dev.earlyphase.orchestrator.trial.TrialStateColumn;
import dev.earlyphase.orchestrator.trial.TrialsChanged;

/** A heartbeat renews the leases of all attempts that it names and is told what becomes of each. */
@ApplicationScoped
public class Heartbeats {
    private final Session session;
    private final Json json;
    private final Workers workers;
    private final AttemptHistory history;
    private final Event<TrialsChanged> changes;
    private final double lease;

    Heartbeats(
            Session session,
            Json json,
            Workers workers,
            AttemptHistory history,
            Event<TrialsChanged> changes,
            Settings settings) {
        this.session = session;
        this.json = json;
        this.workers = workers;
        this.history = history;
        this.changes = changes;
        this.lease = settings.lease().length().toMillis() / 1000.0;
    }

    /** How a trial named in a heartbeat stands. */
    private record Standing(String id, int attempt, int endedAttempt, String state, String worker) {}

    public Orders beat(Heartbeat heartbeat) {
        return Transactions.call(() -> {
            workers.seen(heartbeat);
            // A worker with nothing idle changes nothing for the dispatcher.
            if (heartbeat.accepting() && heartbeat.running().size() < heartbeat.slots()) {
                changes.fire(new TrialsChanged());
            }
            if (heartbeat.running().isEmpty()) {
                return new Orders(List.of());
            }
            renew(heartbeat);
            return orders(heartbeat);
        });
    }

    /**
     * A lease that ran out is taken up again as long as nobody else has claimed the trial: its worker was only out of
     * reach.
     */
    private void renew(Heartbeat heartbeat) {
        session.createNativeMutationQuery("""
                        update trial t
                        set state = 'running', lease_until = now() + make_interval(secs => :lease), not_before = null,
                            dispatched = null, reason = null, iteration = r.iteration, rate = r."iterationsPerSecond"
                        from jsonb_to_recordset(cast(:running as jsonb))
                            as r (trial text, attempt int, iteration int, "iterationsPerSecond" double precision)
                        where t.id = r.trial and t.attempt = r.attempt and t.worker = :worker
                          and t.ended_attempt < t.attempt and t.state in ('running', 'ready', 'dispatched')""")
                .setParameter("lease", lease)
                .setParameter("running", json.write(heartbeat.running()))
                .setParameter("worker", heartbeat.worker())
                .executeUpdate();
        history.continued(heartbeat.running().stream()
                .map(running -> running.trial().value())
                .toList());
    }

    private Orders orders(Heartbeat heartbeat) {
        String[] ids = heartbeat.running().stream()
                .map(running -> running.trial().value())
                .toArray(String[]::new);
        Map<String, Standing> standings = session
                .createNativeQuery(
                        "select id, attempt, ended_attempt, state, worker from trial where id = any(:ids)",
                        Standing.class)
                .setParameter("ids", ids)
                .list()
                .stream()
                .collect(Collectors.toMap(Standing::id, Function.identity()));
        return new Orders(heartbeat.running().stream()
                .map(running -> new Order(
                        running.trial(),
                        running.attempt(),
                        kind(
                                running,
                                heartbeat.worker(),
                                standings.get(running.trial().value()))))
                .toList());
    }

    private static Kind kind(Running running, String worker, Standing standing) {
        if (standing == null || standing.attempt() != running.attempt()) {
            return Kind.ABORT;
        }
        if (standing.endedAttempt() == running.attempt()) {
            return Kind.ENDED;
        }
        boolean holds = TrialStateColumn.of(standing.state()) == TrialState.RUNNING && worker.equals(standing.worker());
        return holds ? Kind.CONTINUE : Kind.ABORT;
    }
}
