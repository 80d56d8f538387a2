package dev.earlyphase.analyzer.deadletter;

import java.util.concurrent.CompletionStage;
import jakarta.enterprise.context.ApplicationScoped;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.Startup;
import io.smallrye.reactive.messaging.kafka.KafkaRecord;
import org.jboss.logging.Logger;

/** Sends a record to the topic of dead letters, with the reason in its header {@code dead-letter-reason}. */
@Startup
@ApplicationScoped
public class DeadLetters {
    private static final Logger LOG = Logger.getLogger(DeadLetters.class);

    private final Counter buried;

    public DeadLetters(MeterRegistry registry) {
        this.buried = Counter.builder("earlyphase.dead.letters")
                .description("Records that could not be taken")
                .register(registry);
    }

    /** Completes when the record lies there and its offset may be committed. */
    public CompletionStage<Void> bury(KafkaRecord<?, ?> record, RuntimeException reason) {
        LOG.errorf(
                reason,
                "Buried a record: topic=%s partition=%d key=%s",
                record.getTopic(),
                record.getPartition(),
                record.getKey());
        buried.increment();
        return record.nack(reason);
    }
}
