package dev.earlyphase.gateway.api;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

import dev.earlyphase.gateway.testing.Stack;

import static io.restassured.RestAssured.given;
import static io.restassured.RestAssured.when;
import static org.assertj.core.api.Assertions.assertThat;

@QuarkusTest
@QuarkusTestResource(Stack.class)
class FrontDoorTest {
    @Test
    void the_root_says_where_to_go_on() {
        var welcome = when().get("/").then().statusCode(200).extract().jsonPath();

        assertThat(welcome.getString("name")).isEqualTo("Early Phase");
        for (String link : new String[] {"openapi", "health"}) {
            when().get(welcome.getString(link)).then().statusCode(200);
        }
    }

    @Test
    void every_operation_and_parameter_is_described() {
        var description = given().accept("application/json")
                .when()
                .get("/api/v1/openapi")
                .then()
                .statusCode(200)
                .extract()
                .asString();

        System.out.println(description);
    }
}
