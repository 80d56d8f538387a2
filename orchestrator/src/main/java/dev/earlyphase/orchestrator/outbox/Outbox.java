package dev.earlyphase.orchestrator.outbox;

import java.util.List;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.persistence.LockModeType;

import io.quarkus.hibernate.orm.panache.PanacheRepository;

import dev.earlyphase.contracts.event.Topics;
import dev.earlyphase.contracts.event.TrialOffer;
import dev.earlyphase.orchestrator.json.Json;

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

    public void offer(TrialOffer offer) {
        var row = new OutboxRecord();
        row.topic = Topics.TRIAL_SPECS;
        row.key = offer.trial().value();
        row.payload = json.write(offer);
        persist(row);
        written.fire(new Written());
    }

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
