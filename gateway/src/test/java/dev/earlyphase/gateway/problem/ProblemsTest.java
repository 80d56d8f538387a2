package dev.earlyphase.gateway.problem;

import jakarta.inject.Inject;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import dev.earlyphase.contracts.error.ErrorKind;
import dev.earlyphase.gateway.testing.Orchestration;
import dev.earlyphase.gateway.testing.Stack;

import static io.restassured.RestAssured.given;
import static io.restassured.RestAssured.when;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

@QuarkusTest
@QuarkusTestResource(Stack.class)
class ProblemsTest {
    private static final String PROBLEM = "application/problem+json";

    @Inject
    Orchestration orchestrator;

    @ParameterizedTest
    @EnumSource(value = ErrorKind.class, mode = EnumSource.Mode.EXCLUDE, names = "UNAUTHENTICATED")
    void every_kind_of_error_comes_through_with_its_status_and_type(ErrorKind kind) {
        orchestrator.refuses("/trials/" + kind, kind, "because");

        when().get("/api/v1/trials/" + kind)
                .then()
                .statusCode(kind.status())
                .contentType(PROBLEM)
                .body("type", equalTo(kind.type()))
                .body("title", equalTo(kind.title()))
                .body("status", equalTo(kind.status()))
                .body("detail", equalTo("because"));
    }

    @Test
    void an_orchestrator_that_does_not_know_the_gateway_is_no_fault_of_the_caller() {
        orchestrator.refuses("/trials/stranger", ErrorKind.UNAUTHENTICATED, "because");

        when().get("/api/v1/trials/stranger")
                .then()
                .statusCode(503)
                .body("detail", containsString("EARLYPHASE_ACCESS_GATEWAY_KEY"));
    }

    @Test
    void an_unknown_path_is_a_problem() {
        when().get("/api/v1/nothing")
                .then()
                .statusCode(404)
                .contentType(PROBLEM)
                .body("detail", equalTo("There is no path /api/v1/nothing."));
        when().get("/nothing/at/all").then().statusCode(404).contentType(PROBLEM);
    }

    @Test
    void a_method_that_is_not_allowed_is_a_problem() {
        when().delete("/api/v1/studies")
                .then()
                .statusCode(405)
                .contentType(PROBLEM)
                .body("status", equalTo(405));
    }

    @Test
    void a_media_type_that_cannot_be_made_is_a_problem() {
        given().accept("image/png")
                .get("/api/v1/workers")
                .then()
                .statusCode(406)
                .contentType(PROBLEM);
    }

    @Test
    void an_answer_that_is_no_problem_is_not_passed_on() {
        when().get("/api/v1/trials/unanswered")
                .then()
                .statusCode(503)
                .contentType(PROBLEM)
                .body("detail", equalTo("The orchestrator answered with status 404."));
    }

    @Test
    void a_mistake_of_ours_tells_nothing_but_a_reference() {
        orchestrator.answers("/trials/nonsense", "not a trial");

        when().get("/api/v1/trials/nonsense")
                .then()
                .statusCode(500)
                .contentType(PROBLEM)
                .body(not(containsString("Exception")))
                .body(not(containsString("\tat ")));
    }
}
