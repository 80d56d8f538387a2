package dev.earlyphase.gateway.api;

import java.net.URL;
import java.util.ArrayList;
import java.util.Arrays;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

import dev.earlyphase.contracts.study.Recipe;
import dev.earlyphase.gateway.testing.Stack;

import static io.restassured.RestAssured.given;
import static io.restassured.RestAssured.when;
import static org.assertj.core.api.Assertions.assertThat;

@QuarkusTest
@QuarkusTestResource(Stack.class)
class FrontDoorTest {
    @TestHTTPResource(value = "/metrics", management = true)
    URL metrics;

    @Test
    void the_root_says_where_to_go_on() {
        var welcome = when().get("/api/v1").then().statusCode(200).extract().jsonPath();

        assertThat(welcome.getString("name")).isEqualTo("Early Phase");
        for (String link : new String[] {"openapi", "health"}) {
            when().get(welcome.getString(link)).then().statusCode(200);
        }
    }

    @Test
    void health_and_metrics_answer() {
        when().get("/q/health/ready").then().statusCode(200);
        when().get("/q/health/live").then().statusCode(200);
        when().get(metrics).then().statusCode(200);
        when().get("/q/metrics").then().statusCode(404);
    }

    @Test
    void the_description_beside_the_api_is_the_one_of_quarkus() {
        var beside = given().queryParam("format", "json").get("/api/v1/openapi");
        var usual = given().queryParam("format", "json").get("/q/openapi");

        assertThat(beside.asString()).isEqualTo(usual.asString()).contains("\"title\" : \"Early Phase\"");
    }

    @Test
    void every_operation_and_every_parameter_is_described() {
        var undescribed = new ArrayList<String>();

        JsonNode description =
                given().queryParam("format", "json").get("/api/v1/openapi").as(JsonNode.class);

        for (var path : description.get("paths").properties()) {
            for (var operation : path.getValue().properties()) {
                String name = operation.getKey() + " " + path.getKey();
                JsonNode said = operation.getValue();
                if (!said.hasNonNull("summary") || !said.hasNonNull("description")) {
                    undescribed.add(name);
                }
                said.path("parameters").forEach(parameter -> {
                    if (!parameter.hasNonNull("description")) {
                        undescribed.add(name + " " + parameter.get("name"));
                    }
                });
                assertThat(said.at("/responses/default/content").has("application/problem+json"))
                        .as(name)
                        .isTrue();
            }
        }
        assertThat(undescribed).isEmpty();
    }

    @Test
    void every_recipe_is_described_with_what_must_be_given() {
        JsonNode description =
                given().queryParam("format", "json").get("/api/v1/openapi").as(JsonNode.class);

        var recipes = new ArrayList<String>();
        description
                .at("/paths/~1api~1v1~1studies/post/requestBody/content/application~1json/schema/oneOf")
                .findValuesAsText("$ref")
                .forEach(reference -> {
                    JsonNode request = description.at(reference.substring(1));
                    assertThat(request.get("required").toString()).contains("recipe", "network", "dataset", "seeds");
                    request.at("/properties/recipe/enum").forEach(recipe -> recipes.add(recipe.asText()));
                    assertThat(request.get("properties")).allSatisfy(field -> assertThat(
                                    field.path("description").asText())
                            .isNotBlank());
                });
        assertThat(recipes)
                .containsExactlyInAnyOrderElementsOf(
                        Arrays.stream(Recipe.values()).map(Recipe::id).toList());
    }

    @Test
    void all_schemas_that_are_referred_to_are_there() {
        JsonNode description =
                given().queryParam("format", "json").get("/api/v1/openapi").as(JsonNode.class);

        assertThat(description.findValuesAsText("$ref")).isNotEmpty().allSatisfy(reference -> assertThat(
                        description.at(reference.substring(1)).isMissingNode())
                .as(reference)
                .isFalse());
    }
}
