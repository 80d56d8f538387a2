package dev.earlyphase.embedded;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;

import org.apache.kafka.clients.consumer.AcknowledgeType;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import dev.earlyphase.launcher.testing.EmbeddedStack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

@Timeout(120)
class KafkaIT {

    private static final Duration POLL = Duration.ofMillis(200);

    private final KafkaClients clients =
            new KafkaClients(EmbeddedStack.shared().addresses().kafka());
    private final String topic = "topic-" + UUID.randomUUID();

    @BeforeEach
    void create_the_topic() throws Exception {
        clients.create(topic);
    }

    @Test
    void a_consumer_reads_what_was_sent_in_order() throws Exception {
        clients.send(topic, "first");
        clients.send(topic, "second");

        try (var consumer = clients.consumer("group-" + topic)) {
            consumer.subscribe(List.of(topic));

            assertThat(take(2, () -> consumer.poll(POLL)))
                    .extracting(ConsumerRecord::value)
                    .containsExactly("first", "second");
        }
    }

    @Test
    void a_share_group_gives_each_record_to_one_consumer() throws Exception {
        clients.send(topic, "first");
        clients.send(topic, "second");

        try (var one = clients.shareConsumer("group-" + topic);
                var other = clients.shareConsumer("group-" + topic)) {
            one.subscribe(List.of(topic));
            ConsumerRecord<String, String> first = take(1, () -> one.poll(POLL)).getFirst();
            other.subscribe(List.of(topic));
            ConsumerRecord<String, String> second =
                    take(1, () -> other.poll(POLL)).getFirst();
            one.acknowledge(first, AcknowledgeType.ACCEPT);
            other.acknowledge(second, AcknowledgeType.ACCEPT);

            assertThat(List.of(first.value(), second.value())).containsExactly("first", "second");
        }
    }

    @Test
    void a_record_that_a_share_consumer_gives_back_comes_again() throws Exception {
        clients.send(topic, "work");

        try (var consumer = clients.shareConsumer("group-" + topic)) {
            consumer.subscribe(List.of(topic));
            ConsumerRecord<String, String> given =
                    take(1, () -> consumer.poll(POLL)).getFirst();
            consumer.acknowledge(given, AcknowledgeType.RELEASE);

            ConsumerRecord<String, String> again =
                    take(1, () -> consumer.poll(POLL)).getFirst();
            consumer.acknowledge(again, AcknowledgeType.ACCEPT);

            assertThat(again.value()).isEqualTo("work");
            assertThat(again.deliveryCount()).hasValue((short) 2);
        }
    }

    @Test
    void a_misspelt_topic_is_not_made() {
        assertThatThrownBy(() -> clients.send(topic + "-misspelt", "lost")).hasMessageContaining("misspelt");
    }

    private static List<ConsumerRecord<String, String>> take(
            int count, Supplier<ConsumerRecords<String, String>> poll) {
        List<ConsumerRecord<String, String>> taken = new ArrayList<>();
        while (taken.size() < count) {
            poll.get().forEach(taken::add);
        }
        return taken;
    }
}
