package dev.earlyphase.orchestrator.support;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import jakarta.inject.Singleton;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.StringDeserializer;

import dev.earlyphase.orchestrator.Settings;

import static org.awaitility.Awaitility.await;

/** Reads topics from their beginning until there is enough. */
@Singleton
public class TopicReader {
    private static final Duration LIMIT = Duration.ofSeconds(40);

    private final Settings settings;

    TopicReader(Settings settings) {
        this.settings = settings;
    }

    public List<String> keys(String topic, Predicate<List<String>> enough) {
        return keys(records(topic, seen -> enough.test(keys(seen))));
    }

    public List<ConsumerRecord<String, String>> records(
            String topic, Predicate<List<ConsumerRecord<String, String>>> enough) {
        List<ConsumerRecord<String, String>> records = new ArrayList<>();
        Map<String, Object> access = Map.of(
                "bootstrap.servers", settings.kafka(),
                "group.id", UUID.randomUUID().toString(),
                "auto.offset.reset", "earliest");
        try (var consumer = new KafkaConsumer<>(access, new StringDeserializer(), new StringDeserializer())) {
            consumer.subscribe(List.of(topic));
            await().atMost(LIMIT).until(() -> {
                consumer.poll(Duration.ofMillis(500)).forEach(records::add);
                return enough.test(records);
            });
        }
        return records;
    }

    private static List<String> keys(List<ConsumerRecord<String, String>> records) {
        return records.stream().map(ConsumerRecord::key).toList();
    }
}
