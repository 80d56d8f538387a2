package dev.earlyphase.orchestrator.outbox;

import java.util.List;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import org.hibernate.Session;

import dev.earlyphase.orchestrator.Settings;
import dev.earlyphase.orchestrator.loop.Loop;
import dev.earlyphase.orchestrator.store.Advisory;
import dev.earlyphase.orchestrator.store.Transactions;

/**
 * Publishes the outbox in its order and deletes what Kafka has acknowledged. A crash between the two publishes a record
 * twice, which its reader must bear; none is lost.
 */
@ApplicationScoped
public class Relay {
    private static final int BATCH = 200;

    private final Session session;
    private final Outbox outbox;
    private final Kafka kafka;
    private final KafkaTopics topics;
    private final Settings settings;
    private Loop loop;

    Relay(Session session, Outbox outbox, Kafka kafka, KafkaTopics topics, Settings settings) {
        this.session = session;
        this.outbox = outbox;
        this.kafka = kafka;
        this.topics = topics;
        this.settings = settings;
    }

    void start(@Observes StartupEvent event) {
        loop = new Loop("outbox relay", settings.dispatch().every(), this::publishAll);
    }

    void stop(@Observes ShutdownEvent event) {
        loop.close();
    }

    void nudge(@Observes(during = TransactionPhase.AFTER_SUCCESS) Outbox.Written written) {
        loop.nudge();
    }

    private void publishAll() {
        topics.ensure();
        int published;
        do {
            published = Transactions.call(this::publishBatch);
        } while (published == BATCH);
    }

    private int publishBatch() {
        if (!Advisory.RELAY.tryTake(session)) {
            return 0;
        }
        List<OutboxRecord> rows = outbox.oldest(BATCH);
        if (!rows.isEmpty()) {
            kafka.publish(rows);
            outbox.remove(rows);
        }
        return rows.size();
    }
}
