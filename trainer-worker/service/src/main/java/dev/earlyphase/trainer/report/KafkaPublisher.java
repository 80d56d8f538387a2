package dev.earlyphase.trainer.report;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Future;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.common.annotation.Identifier;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

import dev.earlyphase.contracts.event.TelemetryBatch;
import dev.earlyphase.contracts.event.Topics;
import dev.earlyphase.contracts.event.TrialEvent;
import dev.earlyphase.contracts.trial.TrialId;
import dev.earlyphase.trainer.trace.RecordTrace;

/** Kafka, with an hour's patience: training goes on while it is away, until the buffer is full. */
@Singleton
final class KafkaPublisher implements Publisher {
    private static final int PATIENCE = (int) Duration.ofHours(1).toMillis();
    private static final Duration CLOSE_LIMIT = Duration.ofSeconds(5);

    private final Producer<String, byte[]> producer;
    private final ObjectMapper json;

    KafkaPublisher(@Identifier("default-kafka-broker") Map<String, Object> connection, ObjectMapper json) {
        this.json = json;
        var settings = new HashMap<>(connection);
        settings.putAll(Map.of(
                ProducerConfig.ACKS_CONFIG,
                "all",
                ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG,
                true,
                ProducerConfig.COMPRESSION_TYPE_CONFIG,
                "lz4",
                ProducerConfig.BUFFER_MEMORY_CONFIG,
                64L << 20,
                ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG,
                PATIENCE,
                ProducerConfig.MAX_BLOCK_MS_CONFIG,
                PATIENCE));
        this.producer = new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer());
    }

    @Override
    public Future<?> publish(TrialEvent event) {
        return send(Topics.CHECKPOINT_EVENTS, event.trial(), TrialEvent.class, event);
    }

    @Override
    public Future<?> publish(TelemetryBatch batch) {
        return send(Topics.TRIAL_TELEMETRY, batch.trial(), TelemetryBatch.class, batch);
    }

    @PreDestroy
    void close() {
        producer.close(CLOSE_LIMIT);
    }

    private Future<?> send(String topic, TrialId trial, Class<?> type, Object value) {
        try {
            byte[] bytes = json.writerFor(type).writeValueAsBytes(value);
            var record = new ProducerRecord<>(topic, trial.value(), bytes);
            RecordTrace.goesOnIn(record.headers());
            return producer.send(record);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("cannot write " + type.getSimpleName() + " as JSON", e);
        }
    }
}
