package dev.earlyphase.orchestrator.event;

import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicInteger;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.smallrye.reactive.messaging.kafka.KafkaRecord;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.eclipse.microprofile.reactive.messaging.Metadata;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Without Postgres or anything else that an event needs, as while the service is being taken down. */
class EventConsumerTest {
    private final AtomicInteger buried = new AtomicInteger();
    private final EventConsumer consumer = new EventConsumer(null, null, new EventMeters(new SimpleMeterRegistry()));

    @Test
    void a_record_that_fails_while_the_service_stops_is_neither_acknowledged_nor_buried() {
        consumer.stop(new ShutdownEvent());

        CompletionStage<Void> taken = consumer.consume(new Unreadable());

        assertThat(taken.toCompletableFuture()).isNotDone();
        assertThat(buried).hasValue(0);
    }

    @Test
    void a_record_that_fails_while_the_service_runs_is_buried() {
        consumer.consume(new Unreadable());

        assertThat(buried).hasValue(1);
    }

    /** A record that counts how often it was buried. */
    private final class Unreadable implements KafkaRecord<String, String> {
        @Override
        public String getPayload() {
            return "{}";
        }

        @Override
        public String getKey() {
            return "trial";
        }

        @Override
        public String getTopic() {
            return "checkpoint-events";
        }

        @Override
        public int getPartition() {
            return 0;
        }

        @Override
        public Instant getTimestamp() {
            return Instant.EPOCH;
        }

        @Override
        public Headers getHeaders() {
            return new RecordHeaders();
        }

        @Override
        public CompletionStage<Void> nack(Throwable reason, Metadata metadata) {
            buried.incrementAndGet();
            return CompletableFuture.completedFuture(null);
        }
    }
}
