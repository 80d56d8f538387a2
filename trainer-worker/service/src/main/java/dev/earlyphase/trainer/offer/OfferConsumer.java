package dev.earlyphase.trainer.offer;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

import org.apache.kafka.clients.consumer.KafkaShareConsumer;
import org.apache.kafka.clients.consumer.ShareConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

import dev.earlyphase.contracts.event.Topics;

/** A member of the share group of all workers, which hands each record to one of them. */
final class OfferConsumer {
    private static final Duration BUSY_AT_MOST = Duration.ofDays(7);

    private OfferConsumer() {}

    /**
     * One record at a time, acknowledged one by one: the default would give a worker a whole batch, which other
     * workers' idle slots would then have to wait for. All slots may be busy for hours between two polls.
     *
     * @param connection where Kafka is and how one is let in: every key below {@code kafka}
     */
    static ShareConsumer<String, byte[]> open(Map<String, Object> connection) {
        var settings = new HashMap<>(connection);
        settings.putAll(Map.of(
                "group.id",
                Topics.WORKERS,
                "share.acknowledgement.mode",
                "explicit",
                "share.acquire.mode",
                "record_limit",
                "max.poll.records",
                1,
                "max.poll.interval.ms",
                (int) BUSY_AT_MOST.toMillis(),
                "connections.max.idle.ms",
                BUSY_AT_MOST.plusDays(1).toMillis()));
        return new KafkaShareConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer());
    }
}
