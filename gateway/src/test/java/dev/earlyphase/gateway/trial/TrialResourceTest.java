package dev.earlyphase.gateway.trial;

import java.time.Instant;
import java.util.List;
import jakarta.inject.Inject;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

import dev.earlyphase.contracts.study.AttemptView;
import dev.earlyphase.contracts.study.AttemptView.Outcome;
import dev.earlyphase.contracts.study.TrialView;
import dev.earlyphase.gateway.orchestrator.WorkerView;
import dev.earlyphase.gateway.testing.Examples;
import dev.earlyphase.gateway.testing.Orchestration;
import dev.earlyphase.gateway.testing.Stack;

import static io.restassured.RestAssured.when;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;

@QuarkusTest
@QuarkusTestResource(Stack.class)
class TrialResourceTest {
    private static final TrialView DENSE = Examples.dense(10);
    private static final TrialView PRUNED = Examples.pruned(DENSE, DENSE, "1ep");

    @Inject
    Orchestration orchestrator;

    @Test
    void a_trial_is_read_by_the_beginning_of_its_id() {
        String beginning = PRUNED.id().brief();
        orchestrator.answers("/trials/" + beginning, PRUNED);

        var trial = when().get("/api/v1/trials/" + beginning).as(TrialView.class);

        assertThat(trial).isEqualTo(PRUNED);
    }

    @Test
    void the_graph_holds_the_ancestors() {
        orchestrator.answers("/trials/" + PRUNED.id(), PRUNED);
        orchestrator.answers("/trials/" + DENSE.id(), DENSE);

        when().get("/api/v1/trials/" + PRUNED.id() + "/graph")
                .then()
                .statusCode(200)
                .body("nodes", hasSize(2))
                .body("nodes[0].density", equalTo(0.8f))
                .body("edges", hasSize(2))
                .body("edges[0].kind", equalTo("start"))
                .body("edges[0].moment", equalTo("469it"))
                .body("edges[1].kind", equalTo("mask"))
                .body("edges[1].parent", equalTo(DENSE.id().value()));
    }

    @Test
    void a_retry_is_passed_on() {
        orchestrator.answers("/trials/" + DENSE.id() + "/retry", DENSE);

        when().post("/api/v1/trials/" + DENSE.id() + "/retry")
                .then()
                .statusCode(200)
                .body("id", equalTo(DENSE.id().value()));
    }

    @Test
    void a_replay_is_passed_on() {
        orchestrator.answers("/trials/" + PRUNED.id() + "/replay", PRUNED);

        when().post("/api/v1/trials/" + PRUNED.id() + "/replay")
                .then()
                .statusCode(200)
                .body("id", equalTo(PRUNED.id().value()));
    }

    @Test
    void attempts_are_told_with_how_they_ended() {
        var lost = new AttemptView(
                1, "w-1", "torch", null, Instant.EPOCH, Instant.EPOCH, null, 40, Outcome.LOST, "not heard of");
        var running = new AttemptView(2, "w-2", "torch", null, Instant.EPOCH, null, 30, 35, null, null);
        orchestrator.answers("/trials/" + DENSE.id() + "/attempts", List.of(lost, running));

        when().get("/api/v1/trials/" + DENSE.id() + "/attempts")
                .then()
                .statusCode(200)
                .body("[0].outcome", equalTo("lost"))
                .body("[0].cause", equalTo("not heard of"))
                .body("[1].resumed", equalTo(30))
                .body("[1]", not(hasKey("outcome")));
    }

    @Test
    void workers_are_listed() {
        orchestrator.answers(
                "/workers", List.of(new WorkerView("worker-1", "dl4j", 2, true, 1, Instant.EPOCH, List.of())));

        when().get("/api/v1/workers")
                .then()
                .statusCode(200)
                .body("[0].worker", equalTo("worker-1"))
                .body("[0].slots", equalTo(2))
                .body("[0].lastSeen", equalTo("1970-01-01T00:00:00Z"));
    }
}
