package dev.earlyphase.analyzer.testing;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import jakarta.enterprise.context.ApplicationScoped;

import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.eclipse.microprofile.config.inject.ConfigProperty;

import dev.earlyphase.contracts.event.Topics;

/** The records that the analyzer has buried. */
@ApplicationScoped
public class DeadLetterTopic {
    private final String brokers;

    DeadLetterTopic(@ConfigProperty(name = "earlyphase.kafka") String brokers) {
        this.brokers = brokers;
    }

    /** The reasons given for records of a key, oldest first. */
    public List<String> reasons(String key) {
        var reasons = new ArrayList<String>();
        var dead = new TopicPartition(Topics.DEAD_LETTERS, 0);
        try (var consumer = new KafkaConsumer<>(
                Map.of(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, brokers),
                new StringDeserializer(),
                new ByteArrayDeserializer())) {
            consumer.assign(List.of(dead));
            consumer.seekToBeginning(List.of(dead));
            long end = consumer.endOffsets(List.of(dead)).get(dead);
            while (consumer.position(dead) < end) {
                consumer.poll(Duration.ofMillis(200)).forEach(record -> {
                    if (key.equals(record.key())) {
                        reasons.add(reason(record));
                    }
                });
            }
        }
        return reasons;
    }

    private static String reason(ConsumerRecord<String, byte[]> record) {
        return new String(record.headers().lastHeader("dead-letter-reason").value(), StandardCharsets.UTF_8);
    }
}
