package dev.earlyphase.orchestrator.outbox;

import java.util.Collection;
import java.util.List;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.persistence.LockModeType;

import io.quarkus.hibernate.orm.panache.PanacheRepository;
import org.hibernate.Session;

import dev.earlyphase.contracts.event.Topics;
import dev.earlyphase.contracts.event.TrialEvent;
import dev.earlyphase.contracts.event.TrialOffer;
import dev.earlyphase.orchestrator.json.Json;
import dev.earlyphase.orchestrator.trace.TraceParent;

/** Records written in the transaction that decided on them; the {@link Relay} publishes them after it. */
@ApplicationScoped
public class Outbox implements PanacheRepository<OutboxRecord> {
    private final Json json;
    private final Event<Written> written;

    Outbox(Json json, Event<Written> written) {
        this.json = json;
        this.written = written;
    }

    /** Something was written; once the transaction is committed it can be published. */
    public record Written() {}

    /** @param traceparent the trace that goes on with whoever takes the offer; may be null */
    public void offer(TrialOffer offer, String traceparent) {
        var row = new OutboxRecord();
        row.topic = Topics.TRIAL_SPECS;
        row.key = offer.trial().value();
        row.payload = json.write(offer);
        row.traceparent = traceparent;
        persist(row);
        written.fire(new Written());
    }

    /** Facts that this service itself has to tell about trials; many at once. */
    public void tell(Collection<? extends TrialEvent> events) {
        if (events.isEmpty()) {
            return;
        }
        List<Fact> facts = events.stream()
                .map(event -> new Fact(event.trial().value(), json.write(event)))
                .toList();
        getEntityManager()
                .unwrap(Session.class)
                .createNativeMutationQuery("""
                        insert into outbox (topic, key, payload, traceparent)
                        select :topic, key, payload, cast(:traceparent as text)
                        from jsonb_to_recordset(cast(:facts as jsonb)) as fact (key text, payload text)""")
                .setParameter("topic", Topics.CHECKPOINT_EVENTS)
                .setParameter("facts", json.write(facts))
                .setParameter("traceparent", TraceParent.ofThisThread())
                .executeUpdate();
        written.fire(new Written());
    }

    private record Fact(String key, String payload) {}

    /** The first rows in the order of their writing, held until the transaction ends. */
    List<OutboxRecord> oldest(int most) {
        return find("order by number")
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .range(0, most - 1)
                .list();
    }

    void remove(List<OutboxRecord> published) {
        delete("number in ?1", published.stream().map(row -> row.number).toList());
    }
}
