package dev.earlyphase.gateway.study;

import java.util.List;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

import dev.earlyphase.contracts.error.ErrorKind;
import dev.earlyphase.contracts.error.FieldError;
import dev.earlyphase.contracts.study.Page;
import dev.earlyphase.contracts.study.StudyView;
import dev.earlyphase.gateway.testing.Examples;
import dev.earlyphase.gateway.testing.Orchestration;
import dev.earlyphase.gateway.testing.Stack;

import static io.restassured.RestAssured.given;
import static io.restassured.RestAssured.when;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

@QuarkusTest
@QuarkusTestResource(Stack.class)
class StudyListTest {
    private static final StudyView RUNNING = Examples.study("0123456789abcdef0123", StudyView.State.RUNNING);

    private final Orchestration orchestrator;

    StudyListTest(Orchestration orchestrator) {
        this.orchestrator = orchestrator;
    }

    @Test
    void studies_are_listed_in_pages() {
        orchestrator.answers("/studies?cursor=a%2Fb&limit=1", new Page<>(List.of(RUNNING), "c"));

        var answer = given().queryParam("cursor", "a/b").queryParam("limit", 1).get("/api/v1/studies");

        answer.then().statusCode(200).body("items", hasSize(1)).body("next", equalTo("c"));
    }

    @Test
    void conditions_are_passed_on_together() {
        orchestrator.answers(
                "/studies?owner=ada&text=50%25+noise%26&network=resnet-20&recipe=noise&state=running&cursor=7&limit=2",
                new Page<>(List.of(RUNNING), null));

        var answer = given().queryParam("owner", "ada")
                .queryParam("text", "50% noise&")
                .queryParam("network", "resnet-20")
                .queryParam("recipe", "noise")
                .queryParam("state", "running")
                .queryParam("cursor", "7")
                .queryParam("limit", 2)
                .get("/api/v1/studies");

        answer.then().statusCode(200).body("items[0].id", equalTo(RUNNING.id()));
    }

    @Test
    void a_condition_that_the_orchestrator_refuses_is_named() {
        orchestrator.refuses(
                "/studies?state=lost",
                ErrorKind.INVALID,
                "one field",
                new FieldError("state", "lost", "one of running, completed, failed, cancelled"));

        when().get("/api/v1/studies?state=lost").then().statusCode(400).body("errors[0].field", equalTo("state"));
    }

    @Test
    void a_limit_out_of_range_is_refused() {
        when().get("/api/v1/studies?limit=501").then().statusCode(400).body("errors[0].field", equalTo("limit"));
    }
}
