package dev.earlyphase.analyzer;

import java.net.URL;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

import dev.earlyphase.analyzer.testing.EmbeddedServers;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.hasItems;

@QuarkusTest
@QuarkusTestResource(EmbeddedServers.class)
class ObservabilityTest {
    @TestHTTPResource(value = "/metrics", management = true)
    URL metrics;

    @Test
    void readiness_names_what_the_analyzer_needs() {
        given().get("/q/health/ready")
                .then()
                .statusCode(200)
                .body("checks.name", hasItems("kafka", "postgres", "object store"));
    }

    @Test
    void metrics_tell_what_was_taken_and_what_was_not() {
        String told = given().get(metrics).asString();

        assertThat(told)
                .contains(
                        "earlyphase_analyzed_checkpoints_total",
                        "earlyphase_analysis_seconds_count",
                        "earlyphase_telemetry_rows_total",
                        "earlyphase_dead_letters_total",
                        "earlyphase_refused_records_total",
                        "earlyphase_object_fetch_seconds_count",
                        "earlyphase_object_fetch_bytes_total");
    }
}
