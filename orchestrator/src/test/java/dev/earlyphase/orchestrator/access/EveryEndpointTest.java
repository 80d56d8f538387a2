package dev.earlyphase.orchestrator.access;

import java.util.Locale;
import java.util.Map;
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
import dev.earlyphase.orchestrator.support.AsGateway;
import dev.earlyphase.orchestrator.support.EmbeddedServers;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

/** Who may call what: workers, the gateway for each role, users by themselves and nobody, at each endpoint. */
@QuarkusTest
@QuarkusTestResource(EmbeddedServers.class)
class EveryEndpointTest {
    private enum Whose {
        WORKERS,
        GATEWAYS,
        OPERATORS
    }

    private static final Map<String, Whose> ENDPOINTS = Map.ofEntries(
            entry("POST /internal/claims", Whose.WORKERS),
            entry("POST /internal/heartbeats", Whose.WORKERS),
            entry("GET /internal/quota", Whose.GATEWAYS),
            entry("GET /internal/keys", Whose.OPERATORS),
            entry("POST /internal/keys", Whose.OPERATORS),
            entry("DELETE /internal/keys/{id}", Whose.OPERATORS),
            entry("GET /internal/studies", Whose.GATEWAYS),
            entry("POST /internal/studies", Whose.GATEWAYS),
            entry("GET /internal/studies/{id}", Whose.GATEWAYS),
            entry("DELETE /internal/studies/{id}", Whose.GATEWAYS),
            entry("POST /internal/studies/{id}/cancel", Whose.GATEWAYS),
            entry("POST /internal/studies/{id}/retry", Whose.GATEWAYS),
            entry("GET /internal/studies/{id}/graph", Whose.GATEWAYS),
            entry("GET /internal/studies/{id}/storage", Whose.GATEWAYS),
            entry("GET /internal/studies/{id}/trials", Whose.GATEWAYS),
            entry("GET /internal/trials/{id}", Whose.GATEWAYS),
            entry("GET /internal/trials/{id}/attempts", Whose.GATEWAYS),
            entry("GET /internal/trials/{id}/checkpoints", Whose.GATEWAYS),
            entry("POST /internal/trials/{id}/replay", Whose.GATEWAYS),
            entry("POST /internal/trials/{id}/retry", Whose.GATEWAYS),
            entry("GET /internal/catalog", Whose.GATEWAYS),
            entry("GET /internal/queue", Whose.GATEWAYS),
            entry("GET /internal/archives/{id}", Whose.GATEWAYS),
            entry("POST /internal/archives", Whose.GATEWAYS),
            entry("POST /internal/archives/{id}/statistics", Whose.GATEWAYS),
            entry("POST /internal/archives/{id}/study", Whose.GATEWAYS),
            entry("DELETE /internal/archives/{id}", Whose.GATEWAYS),
            entry("GET /internal/workers", Whose.GATEWAYS));

    private static Stream<String> endpoints() {
        return ENDPOINTS.keySet().stream().sorted();
    }

    @Test
    void every_endpoint_of_the_description_is_in_the_table() {
        var described = new TreeSet<String>();
        JsonNode description = AsGateway.as("operator", Role.OPERATOR)
                .queryParam("format", "json")
                .get("/q/openapi")
                .as(JsonNode.class);
        description.get("paths").properties().forEach(path -> path.getValue()
                .fieldNames()
                .forEachRemaining(method -> described.add(method.toUpperCase(Locale.ROOT) + " " + path.getKey())));

        assertThat(described).isEqualTo(new TreeSet<>(ENDPOINTS.keySet()));
    }

    @ParameterizedTest
    @MethodSource("endpoints")
    void an_endpoint_is_for_those_in_the_table(String endpoint) {
        Whose whose = ENDPOINTS.get(endpoint);
        assertThat(status(AsGateway.nobody(), endpoint)).as("nobody").isEqualTo(401);
        assertThat(status(AsGateway.byKey("operator"), endpoint))
                .as("an operator past the gateway")
                .isEqualTo(403);
        demand(whose == Whose.WORKERS, "a worker", status(AsGateway.asWorker(), endpoint));
        demand(whose != Whose.WORKERS, "an operator", status(AsGateway.as("ada", Role.OPERATOR), endpoint));
        demand(whose == Whose.GATEWAYS, "a viewer", status(AsGateway.as("ada", Role.VIEWER), endpoint));
        assertThat(status(AsGateway.as("ada", Role.WORKER), endpoint))
                .as("the gateway for a worker")
                .isEqualTo(401);
    }

    @Test
    void the_gateway_must_say_for_whom_it_asks() {
        assertThat(status(AsGateway.byKey("gateway"), "GET /internal/studies")).isEqualTo(401);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/q/openapi", "/q/metrics", "/nothing", "/internal/keys;a=b"})
    void nothing_else_is_open_either(String path) {
        assertThat(status(AsGateway.nobody(), "GET " + path)).isEqualTo(401);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/q/health/live", "/q/health/ready", "/q/health/started"})
    void health_is_open(String path) {
        assertThat(status(AsGateway.nobody(), "GET " + path)).isEqualTo(200);
    }

    /** What is no study of this caller's is refused by another rule, with another answer: no such study. */
    private static void demand(boolean allowed, String who, int status) {
        if (allowed) {
            assertThat(status).as(who).isNotIn(401, 403);
        } else {
            assertThat(status).as(who).isEqualTo(403);
        }
    }

    private static int status(RequestSpecification request, String endpoint) {
        int space = endpoint.indexOf(' ');
        return request.urlEncodingEnabled(false)
                .contentType("application/json")
                .request(
                        endpoint.substring(0, space),
                        endpoint.substring(space + 1).replace("{id}", "0123456789ab"))
                .statusCode();
    }
}
