package dev.earlyphase.orchestrator.outbox;

import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Ready once the topics were there; Kafka being away later delays offers and is shown, but stops nothing else. */
@Readiness
public class KafkaHealth implements HealthCheck {
    private final Kafka kafka;
    private final KafkaTopics topics;

    KafkaHealth(Kafka kafka, KafkaTopics topics) {
        this.kafka = kafka;
        this.topics = topics;
    }

    @Override
    public HealthCheckResponse call() {
        var response = HealthCheckResponse.named("kafka").status(topics.ready());
        if (!topics.ready()) {
            response.withData("reason", topics.obstacle());
        }
        kafka.awaySince().ifPresent(since -> response.withData("degraded", "records wait since " + since));
        return response.build();
    }
}
