package dev.earlyphase.orchestrator.outbox;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.logging.Log;
import io.smallrye.common.annotation.Identifier;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.StringSerializer;

import dev.earlyphase.contracts.error.DomainException.Unavailable;
import dev.earlyphase.orchestrator.trace.TraceParent;

/** The way into Kafka, and whether it is open. */
@ApplicationScoped
public class Kafka {
    private final Producer<String, String> producer;
    private volatile Instant awaySince;

    /** @param connection where Kafka is and how one is let in: every key below {@code kafka} */
    Kafka(@Identifier("default-kafka-broker") Map<String, Object> connection) {
        var access = new HashMap<>(connection);
        access.putAll(Map.of(
                ProducerConfig.CLIENT_ID_CONFIG,
                "orchestrator-outbox",
                ProducerConfig.ACKS_CONFIG,
                "all",
                ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG,
                true,
                ProducerConfig.LINGER_MS_CONFIG,
                0,
                ProducerConfig.MAX_BLOCK_MS_CONFIG,
                5_000,
                ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG,
                5_000,
                ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG,
                10_000));
        producer = new KafkaProducer<>(access, new StringSerializer(), new StringSerializer());
    }

    /** Since when Kafka has not taken what was sent; empty when it takes it. */
    public Optional<Instant> awaySince() {
        return Optional.ofNullable(awaySince);
    }

    /**
     * Returns when all replicas have all records.
     *
     * @throws Unavailable when Kafka does not take them within ten seconds; some of them may be there nonetheless
     */
    void publish(List<OutboxRecord> rows) {
        try {
            List<Future<RecordMetadata>> acknowledgements =
                    rows.stream().map(row -> producer.send(record(row))).toList();
            for (Future<RecordMetadata> acknowledgement : acknowledgements) {
                acknowledgement.get();
            }
            if (awaySince != null) {
                Log.infof("Kafka answers again: away since=%s", awaySince);
            }
            awaySince = null;
        } catch (KafkaException | ExecutionException e) {
            if (awaySince == null) {
                awaySince = Instant.now();
            }
            throw new Unavailable("Kafka does not take records: " + e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Unavailable("interrupted while waiting for Kafka");
        }
    }

    private static ProducerRecord<String, String> record(OutboxRecord row) {
        return new ProducerRecord<>(row.topic, null, row.key, row.payload, TraceParent.headers(row.traceparent));
    }

    @PreDestroy
    void close() {
        producer.close(Duration.ofSeconds(5));
    }
}
