package dev.earlyphase.analyzer.testing;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.minio.ListObjectsArgs;
import io.minio.MinioClient;
import io.minio.PutObjectArgs;
import io.minio.errors.MinioException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.eclipse.microprofile.config.inject.ConfigProperty;

import dev.earlyphase.analyzer.object.S3Config;
import dev.earlyphase.contracts.event.TelemetryBatch;
import dev.earlyphase.contracts.event.Topics;
import dev.earlyphase.contracts.event.TrialEvent;
import dev.earlyphase.contracts.object.ObjectRef;
import dev.earlyphase.contracts.trial.TrialId;

/** Stores objects and publishes records. */
@ApplicationScoped
public class Worker {
    private final ObjectMapper json;
    private final MinioClient objects;
    private final String bucket;
    private final KafkaProducer<String, byte[]> producer;

    Worker(ObjectMapper json, S3Config s3, @ConfigProperty(name = "earlyphase.kafka") String brokers) {
        this.json = json;
        this.objects = MinioClient.builder()
                .endpoint(s3.endpoint())
                .credentials(s3.accessKey(), s3.secretKey())
                .region(s3.region())
                .build();
        this.bucket = s3.bucket();
        this.producer = new KafkaProducer<>(
                Map.of(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, brokers),
                new StringSerializer(),
                new ByteArraySerializer());
    }

    public ObjectRef store(String key, byte[] bytes) throws MinioException {
        objects.putObject(PutObjectArgs.builder().bucket(bucket).object(key).stream(
                        new ByteArrayInputStream(bytes), (long) bytes.length, -1L)
                .build());
        return new ObjectRef(key, Sha256.of(bytes), bytes.length);
    }

    /** The keys of a trial's objects. */
    public List<String> objectsOf(TrialId trial) throws MinioException {
        var keys = new ArrayList<String>();
        var request = ListObjectsArgs.builder()
                .bucket(bucket)
                .prefix("trials/" + trial + "/")
                .recursive(true)
                .build();
        for (var item : objects.listObjects(request)) {
            keys.add(item.get().objectName());
        }
        return keys;
    }

    public void publish(TrialEvent event) {
        publish(Topics.CHECKPOINT_EVENTS, event.trial().value(), write(event));
    }

    public void publish(TelemetryBatch batch) {
        publish(Topics.TRIAL_TELEMETRY, batch.trial().value(), write(batch));
    }

    public void publish(String topic, String key, byte[] value) {
        try {
            producer.send(new ProducerRecord<>(topic, key, value)).get(30, TimeUnit.SECONDS);
        } catch (Exception e) {
            throw new IllegalStateException("cannot publish to " + topic, e);
        }
    }

    @PreDestroy
    void close() {
        producer.close();
    }

    private byte[] write(Object value) {
        try {
            return json.writerFor(value instanceof TrialEvent ? TrialEvent.class : value.getClass())
                    .writeValueAsBytes(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
