package dev.earlyphase.trainer.offer;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jakarta.inject.Singleton;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.opentelemetry.context.Context;
import io.smallrye.common.annotation.Identifier;
import org.apache.kafka.clients.consumer.AcknowledgeType;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ShareConsumer;
import org.apache.kafka.common.KafkaException;
import org.jboss.logging.Logger;

import dev.earlyphase.contracts.claim.Claim;
import dev.earlyphase.contracts.error.DomainException.Invalid;
import dev.earlyphase.contracts.error.DomainException.Unavailable;
import dev.earlyphase.contracts.event.Topics;
import dev.earlyphase.contracts.trial.TrialId;
import dev.earlyphase.trainer.attempt.Attempts;
import dev.earlyphase.trainer.orchestrator.Orchestrator;
import dev.earlyphase.trainer.slot.Slot;
import dev.earlyphase.trainer.slot.Slots;
import dev.earlyphase.trainer.trace.RecordTrace;

/**
 * Takes one offer from Kafka for each idle slot, claims its trial, acknowledges, and only then trains. While all slots
 * are busy nothing is fetched, so that no offer waits here that another worker could take.
 */
@Singleton
public class Offers {
    private static final Logger LOG = Logger.getLogger(Offers.class);
    private static final Duration POLL = Duration.ofSeconds(1);
    private static final Duration PAUSE = Duration.ofSeconds(2);

    private final Map<String, Object> kafka;
    private final OfferReader reader;
    private final Orchestrator orchestrator;
    private final Slots slots;
    private final Attempts attempts;
    private volatile boolean stopping;
    private volatile boolean connected;
    private Thread thread;

    Offers(
            @Identifier("default-kafka-broker") Map<String, Object> kafka,
            ObjectMapper json,
            Orchestrator orchestrator,
            Slots slots,
            Attempts attempts) {
        this.kafka = kafka;
        this.reader = new OfferReader(json);
        this.orchestrator = orchestrator;
        this.slots = slots;
        this.attempts = attempts;
    }

    public synchronized void start() {
        if (stopping) {
            return;
        }
        thread = Thread.ofPlatform().daemon().name("offers").start(this::run);
    }

    /** Whether offers can be fetched from Kafka. */
    public boolean connected() {
        return connected;
    }

    /** Fetches nothing more; returns when the consumer has left its group. */
    public void stop() throws InterruptedException {
        synchronized (this) {
            stopping = true;
        }
        if (thread != null) {
            thread.join(Duration.ofSeconds(5));
        }
    }

    private void run() {
        while (!stopping) {
            try (ShareConsumer<String, byte[]> consumer = OfferConsumer.open(kafka)) {
                consumer.subscribe(List.of(Topics.TRIAL_SPECS));
                while (!stopping) {
                    takeNext(consumer);
                }
            } catch (KafkaException e) {
                connected = false;
                LOG.warnf("Offers cannot be fetched, trying again: %s", e.toString());
                pause();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            } catch (RuntimeException | OutOfMemoryError e) {
                LOG.error("Fetching offers failed, beginning anew", e);
                pause();
            }
        }
    }

    private void takeNext(ShareConsumer<String, byte[]> consumer) throws InterruptedException {
        Optional<Slot> idle = slots.take(POLL);
        if (idle.isEmpty()) {
            return;
        }
        Slot slot = idle.get();
        boolean used = false;
        try {
            for (ConsumerRecord<String, byte[]> offer : consumer.poll(POLL)) {
                Context trace = RecordTrace.of(offer.headers());
                Optional<Claim> claim =
                        trace.wrapSupplier(() -> claim(consumer, offer)).get();
                consumer.commitSync();
                if (claim.isPresent()) {
                    used = true;
                    slots.run(slot, trace.wrapConsumer(taken -> attempts.run(claim.get(), taken)));
                }
            }
            connected = true;
        } finally {
            if (!used) {
                slots.giveBack(slot);
            }
        }
    }

    /** Claims the trial of an offer and acknowledges the offer accordingly; a worker that stops leaves it to others. */
    private Optional<Claim> claim(ShareConsumer<String, byte[]> consumer, ConsumerRecord<String, byte[]> offer) {
        if (stopping) {
            consumer.acknowledge(offer, AcknowledgeType.RELEASE);
            return Optional.empty();
        }
        try {
            TrialId trial = reader.trial(offer.value());
            long asked = System.nanoTime();
            Optional<Claim> claim = orchestrator.claim(trial);
            LOG.infof(
                    "%s trial=%s millis=%.1f",
                    claim.isPresent() ? "Claimed" : "Not to be had", trial.brief(), (System.nanoTime() - asked) / 1e6);
            consumer.acknowledge(offer, AcknowledgeType.ACCEPT);
            return claim;
        } catch (Invalid e) {
            LOG.errorf("An offer at offset %d cannot be read and is dropped: %s", offer.offset(), e.getMessage());
            consumer.acknowledge(offer, AcknowledgeType.REJECT);
        } catch (Unavailable e) {
            LOG.warnf("An offer goes back: %s", e.getMessage());
            consumer.acknowledge(offer, AcknowledgeType.RELEASE);
            pause();
        }
        return Optional.empty();
    }

    private void pause() {
        try {
            Thread.sleep(PAUSE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
