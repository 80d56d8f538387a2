package dev.earlyphase.orchestrator.schedule;

import java.net.URL;
import java.time.Duration;
import jakarta.inject.Inject;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

import dev.earlyphase.orchestrator.support.EmbeddedServers;
import dev.earlyphase.orchestrator.support.FakeWorker;
import dev.earlyphase.orchestrator.support.Platform;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

@QuarkusTest
@QuarkusTestResource(EmbeddedServers.class)
class TrialMetricsTest {
    @TestHTTPResource(value = "/metrics", management = true)
    URL metrics;

    private static final Duration LIMIT = Duration.ofSeconds(40);

    @Inject
    Platform platform;

    @Inject
    FakeWorker worker;

    @Test
    void counts_are_there_for_prometheus() {
        worker.beat(1);

        await().atMost(LIMIT)
                .until(() -> given().get(metrics).asString(), text -> text.contains("earlyphase_slots 1.0"));

        assertThat(given().get(metrics).asString())
                .contains(
                        "earlyphase_trials{state=\"completed\"}", "earlyphase_outbox_rows", "earlyphase_claims_total");
    }
}
