package dev.earlyphase.gateway.checkpoint;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import jakarta.inject.Inject;

import io.minio.MinioClient;
import io.minio.PutObjectArgs;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import dev.earlyphase.contracts.object.ObjectKeys;
import dev.earlyphase.contracts.study.TrialView;
import dev.earlyphase.gateway.testing.Examples;
import dev.earlyphase.gateway.testing.Orchestration;
import dev.earlyphase.gateway.testing.Stack;

import static io.restassured.RestAssured.when;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

@QuarkusTest
@QuarkusTestResource(Stack.class)
class AttemptLogResourceTest {
    private static final TrialView TRIAL = Examples.dense(41);
    private static final String BEGINNING = TRIAL.id().brief();
    private static final byte[] LOG = "2026-11-25T08:00:00Z  kept × 2\n".getBytes(StandardCharsets.UTF_8);

    @Inject
    Orchestration orchestrator;

    @Inject
    StoreConfig store;

    @BeforeEach
    void a_trial_of_whose_second_attempt_there_is_a_log() throws Exception {
        MinioClient client = MinioClient.builder()
                .endpoint(store.endpoint())
                .region(store.region())
                .credentials(store.accessKey(), store.secretKey())
                .build();
        client.putObject(PutObjectArgs.builder().bucket(store.bucket()).object(ObjectKeys.log(TRIAL.id(), 2)).stream(
                        new ByteArrayInputStream(LOG), (long) LOG.length, -1L)
                .build());
        orchestrator.answers("/trials/" + BEGINNING, TRIAL);
    }

    @Test
    void the_log_of_an_attempt_is_text() {
        when().get("/api/v1/trials/" + BEGINNING + "/attempts/2/log")
                .then()
                .statusCode(200)
                .contentType("text/plain;charset=UTF-8")
                .body(equalTo("2026-11-25T08:00:00Z  kept × 2\n"));
    }

    @Test
    void an_attempt_without_a_log_is_not_found() {
        when().get("/api/v1/trials/" + BEGINNING + "/attempts/1/log")
                .then()
                .statusCode(404)
                .body("detail", containsString("attempt 1"));
    }

    @Test
    void what_is_no_attempt_is_refused() {
        when().get("/api/v1/trials/" + BEGINNING + "/attempts/0/log")
                .then()
                .statusCode(400)
                .body("errors[0].field", equalTo("attempt"));
    }
}
