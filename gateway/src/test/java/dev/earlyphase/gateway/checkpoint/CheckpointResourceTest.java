package dev.earlyphase.gateway.checkpoint;

import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import jakarta.inject.Inject;

import io.minio.MinioClient;
import io.minio.PutObjectArgs;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import dev.earlyphase.contracts.event.CheckpointWritten.Purpose;
import dev.earlyphase.contracts.object.ObjectKeys;
import dev.earlyphase.contracts.object.ObjectRef;
import dev.earlyphase.contracts.study.TrialView;
import dev.earlyphase.gateway.orchestrator.Checkpoint;
import dev.earlyphase.gateway.testing.Examples;
import dev.earlyphase.gateway.testing.Orchestration;
import dev.earlyphase.gateway.testing.Stack;

import static io.restassured.RestAssured.given;
import static io.restassured.RestAssured.when;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

@QuarkusTest
@QuarkusTestResource(Stack.class)
class CheckpointResourceTest {
    private static final TrialView TRIAL = Examples.dense(40);
    private static final String PATH = "/api/v1/trials/" + TRIAL.id() + "/checkpoints";
    private static final byte[] WEIGHTS = "weights at one epoch".getBytes(StandardCharsets.UTF_8);

    @Inject
    Orchestration orchestrator;

    @Inject
    StoreConfig store;

    @BeforeEach
    void a_trial_with_a_checkpoint_in_the_store() throws Exception {
        String key = ObjectKeys.checkpoint(TRIAL.id(), 1, 469);
        MinioClient client = MinioClient.builder()
                .endpoint(store.endpoint())
                .region(store.region())
                .credentials(store.accessKey(), store.secretKey())
                .build();
        client.putObject(PutObjectArgs.builder().bucket(store.bucket()).object(key).stream(
                        new ByteArrayInputStream(WEIGHTS), (long) WEIGHTS.length, -1L)
                .build());
        var weights = new ObjectRef(key, "cd".repeat(32), WEIGHTS.length);
        orchestrator.answers("/trials/" + TRIAL.id(), TRIAL);
        orchestrator.answers(
                "/trials/" + TRIAL.id() + "/checkpoints",
                List.of(new Checkpoint(469, Purpose.OBSERVED, 1, weights, null, weights, Instant.EPOCH)));
    }

    @Test
    void a_checkpoint_is_fetched_from_the_address_in_the_list() throws Exception {
        var list = when().get(PATH).then().statusCode(200).extract().jsonPath();

        assertThat(list.getInt("[0].iteration")).isEqualTo(469);
        assertThat(list.getString("[0].purpose")).isEqualTo("observed");
        assertThat(list.getString("[0].at")).isEqualTo("1970-01-01T00:00:00Z");
        assertThat(list.getString("[0].momentum")).isNull();
        assertThat(fetch(list.getString("[0].download"))).isEqualTo(WEIGHTS);
        assertThat(fetch(list.getString("[0].mask.download"))).isEqualTo(WEIGHTS);
    }

    @Test
    void a_moment_leads_to_the_weights() throws Exception {
        String address = given().redirects()
                .follow(false)
                .get(PATH + "/1ep")
                .then()
                .statusCode(302)
                .extract()
                .header("Location");

        assertThat(fetch(address)).isEqualTo(WEIGHTS);
        assertThat(address).contains("X-Amz-Expires=900");
    }

    @Test
    void an_address_holds_for_a_while_only() throws Exception {
        URI address = new Downloads(StoreConfigs.withExpiry(store, Duration.ofSeconds(2)))
                .presigned(ObjectKeys.checkpoint(TRIAL.id(), 1, 469));
        assertThat(fetch(address.toString())).isEqualTo(WEIGHTS);

        Thread.sleep(3_500);

        try (var client = HttpClient.newHttpClient()) {
            var response = client.send(HttpRequest.newBuilder(address).build(), BodyHandlers.discarding());
            assertThat(response.statusCode()).isEqualTo(403);
        }
    }

    @Test
    void a_moment_without_a_checkpoint_is_not_found() {
        when().get(PATH + "/2ep").then().statusCode(404).body("detail", containsString("at 2ep"));
    }

    @Test
    void a_moment_that_does_not_parse_is_refused() {
        when().get(PATH + "/end").then().statusCode(400).body("errors[0].field", equalTo("moment"));
    }

    private static byte[] fetch(String address) throws Exception {
        try (var client = HttpClient.newHttpClient()) {
            var response =
                    client.send(HttpRequest.newBuilder(URI.create(address)).build(), BodyHandlers.ofByteArray());
            assertThat(response.statusCode()).isEqualTo(200);
            return response.body();
        }
    }
}
