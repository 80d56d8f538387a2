package dev.earlyphase.orchestrator.event;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import io.quarkus.logging.Log;
import io.quarkus.runtime.ShutdownEvent;
import io.smallrye.reactive.messaging.annotations.Blocking;
import io.smallrye.reactive.messaging.kafka.KafkaRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;

import dev.earlyphase.contracts.error.Check;
import dev.earlyphase.contracts.event.TrialEvent;
import dev.earlyphase.orchestrator.error.Outage;
import dev.earlyphase.orchestrator.json.JsonReader;

/**
 * Takes events one by one, so that those of a trial stay in order. While Postgres is away it holds on to the record; a
 * record that nobody could take is thrown back, and the channel puts it with the dead letters.
 */
@ApplicationScoped
public class EventConsumer {
    private static final long SHORTEST_PAUSE_MILLIS = 100;
    private static final long LONGEST_PAUSE_MILLIS = 5_000;

    private final JsonReader json;
    private final TrialEvents events;
    private final EventMeters meters;
    private volatile boolean stopping;

    EventConsumer(JsonReader json, TrialEvents events, EventMeters meters) {
        this.json = json;
        this.events = events;
        this.meters = meters;
    }

    void stop(@Observes ShutdownEvent event) {
        stopping = true;
    }

    @Incoming("checkpoint-events")
    @Blocking
    CompletionStage<Void> consume(KafkaRecord<String, String> record) {
        try {
            Check.given(record.getPayload(), "record", "a trial event");
            take(json.readMessage(record.getPayload(), TrialEvent.class));
            return record.ack();
        } catch (RuntimeException e) {
            return stopping ? standStill(record, e) : bury(record, e);
        }
    }

    /** Whatever fails while the service is being taken down may be sound: it is read again after the start. */
    private static CompletionStage<Void> standStill(KafkaRecord<String, String> record, RuntimeException e) {
        Log.infof("An event waits for the next start: trial=%s (%s)", record.getKey(), e.getMessage());
        return new CompletableFuture<>();
    }

    private CompletionStage<Void> bury(KafkaRecord<String, String> record, RuntimeException e) {
        meters.buried();
        Log.errorf(
                "Record goes to the dead letters: topic=%s partition=%d key=%s reason=%s",
                record.getTopic(), record.getPartition(), record.getKey(), e.getMessage());
        return record.nack(e);
    }

    private void take(TrialEvent event) {
        for (long pause = SHORTEST_PAUSE_MILLIS; ; pause = Math.min(2 * pause, LONGEST_PAUSE_MILLIS)) {
            try {
                events.take(event);
                return;
            } catch (RuntimeException e) {
                boolean passes = Outage.isAbsence(e) || Outage.isContention(e);
                if (!passes || stopping) {
                    throw e;
                }
                Log.warnf("Postgres does not answer; an event waits: trial=%s (%s)", event.trial(), e.getMessage());
                sleep(pause);
            }
        }
    }

    private static void sleep(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting for Postgres", e);
        }
    }
}
