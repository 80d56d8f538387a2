package dev.earlyphase.gateway.key;

import java.time.Instant;
import java.util.List;
import jakarta.inject.Inject;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

import dev.earlyphase.contracts.access.KeyView;
import dev.earlyphase.contracts.access.NewKey;
import dev.earlyphase.contracts.access.Role;
import dev.earlyphase.gateway.testing.Orchestration;
import dev.earlyphase.gateway.testing.Stack;

import static io.restassured.RestAssured.given;
import static io.restassured.RestAssured.when;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;

@QuarkusTest
@QuarkusTestResource(Stack.class)
class KeyResourceTest {
    @Inject
    Orchestration orchestrator;

    @Test
    void a_key_is_made_by_the_orchestrator() {
        orchestrator.answers("/keys", 201, new NewKey("abc", "ada", Role.VIEWER, Instant.EPOCH, null, "the secret"));

        given().contentType("application/json")
                .body("{\"user\": \"ada\", \"role\": \"viewer\"}")
                .post("/api/v1/keys")
                .then()
                .statusCode(201)
                .body("secret", equalTo("the secret"));

        assertThat(orchestrator.received("/keys")).isEqualTo("{\"user\":\"ada\",\"role\":\"viewer\"}");
    }

    @Test
    void keys_are_listed_and_revoked() {
        var view = new KeyView("abc", "ada", Role.VIEWER, Instant.EPOCH, null, null);
        orchestrator.answers("/keys", List.of(view));
        orchestrator.answers("/keys/abc", view);

        when().get("/api/v1/keys").then().statusCode(200).body("[0].user", equalTo("ada"));
        when().delete("/api/v1/keys/abc").then().statusCode(200).body("id", equalTo("abc"));
    }

    @Test
    void a_body_that_is_no_json_is_refused() {
        given().contentType("application/json")
                .body("{\"user\": ")
                .post("/api/v1/keys")
                .then()
                .statusCode(400)
                .body("errors[0].allowed", startsWith("well-formed JSON"));
    }

    @Test
    void a_body_over_a_megabyte_is_too_large() {
        given().contentType("application/json")
                .body("{\"user\": \"" + "x".repeat(1 << 20) + "\"}")
                .post("/api/v1/keys")
                .then()
                .statusCode(413);
    }
}
