package dev.earlyphase.gateway.study;

import java.util.List;
import java.util.stream.IntStream;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

import dev.earlyphase.contracts.error.ErrorKind;
import dev.earlyphase.contracts.study.StudyGraph;
import dev.earlyphase.contracts.trial.TrialId;
import dev.earlyphase.contracts.trial.TrialState;
import dev.earlyphase.gateway.testing.Orchestration;
import dev.earlyphase.gateway.testing.Stack;

import static io.restassured.RestAssured.given;
import static io.restassured.RestAssured.when;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

@QuarkusTest
@QuarkusTestResource(Stack.class)
class StudyGraphResourceTest {
    private final Orchestration orchestrator;

    StudyGraphResourceTest(Orchestration orchestrator) {
        this.orchestrator = orchestrator;
    }

    private static StudyGraph.Node node(int number, List<Integer> start, Integer mask) {
        return new StudyGraph.Node(
                new TrialId("%064x".formatted(number)),
                TrialState.COMPLETED,
                0,
                number,
                "0it",
                null,
                null,
                469,
                0,
                469,
                0.95,
                0.8,
                1,
                "w-1",
                null,
                start,
                mask);
    }

    @Test
    void a_graph_of_ten_thousand_trials_comes_as_it_is_and_compressed() {
        var graph = new StudyGraph(IntStream.range(0, 10_000)
                .mapToObj(i -> node(i, i == 0 ? null : List.of(0), i == 0 ? null : i - 1))
                .toList());
        orchestrator.answers("/studies/aaaa/graph", graph);

        var answer = given().header("Accept-Encoding", "gzip").get("/api/v1/studies/aaaa/graph");

        assertThat(answer.header("Content-Encoding")).isEqualTo("gzip");
        assertThat(answer.as(StudyGraph.class)).isEqualTo(graph);
    }

    @Test
    void what_is_not_known_of_a_trial_is_left_out() {
        orchestrator.answers("/studies/bbbb/graph", new StudyGraph(List.of(node(0, null, null))));

        String text = when().get("/api/v1/studies/bbbb/graph").asString();

        assertThat(text).contains("\"accuracy\":0.95").doesNotContain("reason", "start", "mask", "null");
    }

    @Test
    void a_study_that_is_not_there_is_a_problem() {
        orchestrator.refuses("/studies/cccc/graph", ErrorKind.NOT_FOUND, "There is no study cccc.");

        when().get("/api/v1/studies/cccc/graph")
                .then()
                .statusCode(404)
                .body("detail", equalTo("There is no study cccc."));
    }
}
