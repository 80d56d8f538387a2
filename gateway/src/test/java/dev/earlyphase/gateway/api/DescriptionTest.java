package dev.earlyphase.gateway.api;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import dev.earlyphase.gateway.testing.Stack;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

/** What a generator of clients needs of the OpenAPI description. */
@QuarkusTest
@QuarkusTestResource(Stack.class)
class DescriptionTest {
    /** Logging in and out. */
    private static final Set<String> OPEN = Set.of(
            "post /api/v1/session",
            "delete /api/v1/session",
            "get /api/v1/session/ways",
            "get /api/v1/session/issuer",
            "get /api/v1/session/callback");

    private JsonNode description;
    private final Map<String, JsonNode> operations = new LinkedHashMap<>();

    @BeforeEach
    void the_description_is_read() {
        description =
                given().queryParam("format", "json").get("/api/v1/openapi").as(JsonNode.class);
        description.get("paths").properties().forEach(path -> path.getValue()
                .properties()
                .forEach(operation -> operations.put(operation.getKey() + " " + path.getKey(), operation.getValue())));
    }

    @Test
    void every_operation_has_a_name_of_its_own() {
        assertThat(operations.values())
                .extracting(operation -> operation.path("operationId").asText())
                .doesNotContain("")
                .doesNotHaveDuplicates()
                .contains("studies", "submitStudy", "figure", "telemetry", "studyTelemetry");
    }

    @Test
    void every_answer_has_a_schema() {
        operations.forEach((name, operation) -> operation.get("responses").properties().stream()
                .filter(response ->
                        response.getKey().startsWith("2") && !response.getKey().equals("204"))
                .forEach(response -> assertThat(response.getValue().path("content"))
                        .as(name + " " + response.getKey())
                        .isNotEmpty()
                        .allSatisfy(
                                content -> assertThat(content.path("schema")).isNotEmpty())));
    }

    @Test
    void every_operation_tells_of_its_problems_and_asks_for_a_token() {
        assertThat(description.at("/security/0").has("bearer")).isTrue();
        operations.forEach((name, operation) -> {
            assertThat(operation
                            .at("/responses/default/content/application~1problem+json/schema/$ref")
                            .asText())
                    .as(name)
                    .isEqualTo("#/components/schemas/Problem");
            assertThat(operation.has("security")).as(name).isEqualTo(OPEN.contains(name));
        });
    }

    @Test
    void what_may_be_null_is_said() {
        assertThat(description.at("/components/schemas/Scalars/properties/cosine/type"))
                .extracting(JsonNode::asText)
                .containsExactly("number", "null");
        assertThat(description.at("/components/schemas/Row/properties/traced/items/type"))
                .extracting(JsonNode::asText)
                .containsExactly("number", "null");
        assertThat(description.at("/components/schemas/TrialRole/properties/rewind/type"))
                .extracting(JsonNode::asText)
                .containsExactly("string", "null");
    }

    @Test
    void what_is_written_as_text_is_described_as_text() {
        for (String name : new String[] {"TrialId", "Moment", "Perturbation"}) {
            assertThat(description.at("/components/schemas/" + name + "/type").asText())
                    .as(name)
                    .isEqualTo("string");
        }
    }

    @Test
    void what_is_no_json_is_text_or_bytes() {
        var figure = operations.get("get /api/v1/studies/{id}/figures/{figure}").at("/responses/200/content");

        assertThat(figure.at("/text~1csv/schema/type").asText()).isEqualTo("string");
        assertThat(figure.at("/application~1vnd.apache.parquet/schema/format").asText())
                .isEqualTo("binary");
        assertThat(figure.at("/image~1png/schema/format").asText()).isEqualTo("binary");
        assertThat(figure.at("/application~1json/schema/$ref").asText()).endsWith("/Figure");
    }
}
