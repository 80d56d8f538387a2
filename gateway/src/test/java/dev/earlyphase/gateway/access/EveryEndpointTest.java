package dev.earlyphase.gateway.access;

import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import dev.earlyphase.contracts.access.Role;
import dev.earlyphase.gateway.testing.Keys;
import dev.earlyphase.gateway.testing.Stack;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

/** Who may call what: each role, and nobody, at each endpoint. */
@QuarkusTest
@QuarkusTestResource(Stack.class)
class EveryEndpointTest {
    private static final Map<String, Role> LEAST = Map.ofEntries(
            entry("GET /api/v1", Role.VIEWER),
            entry("GET /api/v1/session", Role.VIEWER),
            entry("GET /api/v1/studies", Role.VIEWER),
            entry("POST /api/v1/studies", Role.RESEARCHER),
            entry("GET /api/v1/studies/{id}", Role.VIEWER),
            entry("DELETE /api/v1/studies/{id}", Role.RESEARCHER),
            entry("GET /api/v1/studies/{id}/trials", Role.VIEWER),
            entry("POST /api/v1/studies/{id}/cancel", Role.RESEARCHER),
            entry("POST /api/v1/studies/{id}/retry", Role.RESEARCHER),
            entry("GET /api/v1/studies/{id}/graph", Role.VIEWER),
            entry("GET /api/v1/studies/{id}/storage", Role.VIEWER),
            entry("GET /api/v1/studies/{id}/events", Role.VIEWER),
            entry("GET /api/v1/studies/{id}/figures", Role.VIEWER),
            entry("GET /api/v1/studies/{id}/figures/{figure}", Role.VIEWER),
            entry("GET /api/v1/studies/{id}/archive", Role.VIEWER),
            entry("POST /api/v1/archives", Role.RESEARCHER),
            entry("GET /api/v1/studies/{id}/provenance", Role.VIEWER),
            entry("GET /api/v1/studies/{id}/telemetry", Role.VIEWER),
            entry("GET /api/v1/studies/{id}/evaluations", Role.VIEWER),
            entry("GET /api/v1/trials/{id}", Role.VIEWER),
            entry("GET /api/v1/trials/{id}/graph", Role.VIEWER),
            entry("POST /api/v1/trials/{id}/retry", Role.RESEARCHER),
            entry("POST /api/v1/trials/{id}/replay", Role.RESEARCHER),
            entry("GET /api/v1/trials/{id}/attempts", Role.VIEWER),
            entry("GET /api/v1/trials/{id}/attempts/{attempt}/log", Role.VIEWER),
            entry("GET /api/v1/trials/{id}/checkpoints", Role.VIEWER),
            entry("GET /api/v1/trials/{id}/checkpoints/{moment}", Role.VIEWER),
            entry("GET /api/v1/studies/{id}/masks/distances", Role.VIEWER),
            entry("GET /api/v1/trials/{id}/evaluations", Role.VIEWER),
            entry("GET /api/v1/trials/{id}/mask", Role.VIEWER),
            entry("GET /api/v1/trials/{id}/measurements", Role.VIEWER),
            entry("GET /api/v1/trials/{id}/statistics", Role.VIEWER),
            entry("GET /api/v1/trials/{id}/telemetry", Role.VIEWER),
            entry("GET /api/v1/trials/{id}/telemetry/curves", Role.VIEWER),
            entry("GET /api/v1/workers", Role.VIEWER),
            entry("GET /api/v1/queue", Role.VIEWER),
            entry("GET /api/v1/catalog", Role.VIEWER),
            entry("GET /api/v1/templates", Role.VIEWER),
            entry("GET /api/v1/quota", Role.VIEWER),
            entry("GET /api/v1/keys", Role.OPERATOR),
            entry("POST /api/v1/keys", Role.OPERATOR),
            entry("DELETE /api/v1/keys/{id}", Role.OPERATOR));

    /** What logs in and out asks nobody who they are. */
    private static final Set<String> OPEN = Set.of(
            "POST /api/v1/session",
            "DELETE /api/v1/session",
            "GET /api/v1/session/ways",
            "GET /api/v1/session/issuer",
            "GET /api/v1/session/callback");

    private static Stream<String> endpoints() {
        return LEAST.keySet().stream().sorted();
    }

    @Test
    void every_endpoint_of_the_description_is_in_the_table_and_asks_for_a_token() {
        var described = new TreeSet<String>();
        JsonNode description = Keys.as(Role.VIEWER)
                .queryParam("format", "json")
                .get("/q/openapi")
                .as(JsonNode.class);
        description.get("paths").properties().forEach(path -> path.getValue()
                .fieldNames()
                .forEachRemaining(method -> described.add(method.toUpperCase() + " " + path.getKey())));

        described.removeAll(OPEN);
        assertThat(described).isEqualTo(new TreeSet<>(LEAST.keySet()));
        assertThat(description.at("/security/0").has("bearer")).isTrue();
        assertThat(description.at("/components/securitySchemes/bearer/scheme").asText())
                .isEqualTo("bearer");
    }

    @ParameterizedTest
    @MethodSource("endpoints")
    void an_endpoint_is_for_its_role_and_those_that_include_it(String endpoint) {
        assertThat(status(Keys.nobody(), endpoint)).as("nobody").isEqualTo(401);
        for (Role role : Role.values()) {
            int status = status(Keys.as(role), endpoint);
            if (role.includes(LEAST.get(endpoint))) {
                assertThat(status).as(role.id()).isNotIn(401, 403);
            } else {
                assertThat(status).as(role.id()).isEqualTo(403);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/q/openapi",
                "/api/v1/openapi",
                "/q/metrics",
                "/nothing",
                "/api/v1/keys;a=b",
                "/api/v1//keys",
                "/q/"
            })
    void nothing_else_is_open_either(String path) {
        Keys.nobody().urlEncodingEnabled(false).get(path).then().statusCode(401);
        assertThat(status(Keys.as(Role.WORKER), "GET /api/v1/keys")).isEqualTo(403);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/v1/keys;a=b", "/api/v1//keys", "/api/v1/%6beys", "/api/v1/./keys", "/api/v1/keys/"})
    void another_way_to_write_a_path_opens_no_more(String path) {
        int status =
                Keys.as(Role.RESEARCHER).urlEncodingEnabled(false).get(path).statusCode();

        assertThat(status).isIn(403, 404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/q/health", "/q/health/live", "/q/health/ready", "/q/health/started"})
    void health_is_open(String path) {
        Keys.nobody().get(path).then().statusCode(200);
    }

    private static int status(RequestSpecification request, String endpoint) {
        int space = endpoint.indexOf(' ');
        String path = endpoint.substring(space + 1)
                .replace("{id}", "0123456789ab")
                .replace("{figure}", "figure-1")
                .replace("{moment}", "1it")
                .replace("{attempt}", "1");
        return request.urlEncodingEnabled(false)
                .contentType("application/json")
                .redirects()
                .follow(false)
                .request(endpoint.substring(0, space), path)
                .statusCode();
    }
}
