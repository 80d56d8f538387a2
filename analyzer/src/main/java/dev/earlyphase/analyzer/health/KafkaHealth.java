package dev.earlyphase.analyzer.health;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.common.annotation.Identifier;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.DescribeClusterOptions;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** A broker answers. */
@Readiness
@ApplicationScoped
class KafkaHealth implements HealthCheck {
    private static final int LIMIT_MILLIS = 3_000;

    private final Admin admin;

    KafkaHealth(@Identifier("default-kafka-broker") Map<String, Object> connection) {
        this.admin = Admin.create(connection);
    }

    @Override
    public HealthCheckResponse call() {
        var response = HealthCheckResponse.named("kafka");
        try {
            admin.describeCluster(new DescribeClusterOptions().timeoutMs(LIMIT_MILLIS))
                    .nodes()
                    .get();
            return response.up().build();
        } catch (ExecutionException e) {
            return response.down()
                    .withData("reason", String.valueOf(e.getCause().getMessage()))
                    .build();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return response.down().withData("reason", "interrupted").build();
        }
    }

    @PreDestroy
    void close() {
        admin.close(Duration.ofMillis(LIMIT_MILLIS));
    }
}
