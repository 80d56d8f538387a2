package dev.earlyphase.gateway.queue;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

import dev.earlyphase.contracts.queue.QueueView;
import dev.earlyphase.contracts.queue.QueueView.Share;
import dev.earlyphase.contracts.trial.TrialState;
import dev.earlyphase.gateway.orchestrator.WorkerView;
import dev.earlyphase.gateway.orchestrator.WorkerView.Work;
import dev.earlyphase.gateway.testing.Orchestration;
import dev.earlyphase.gateway.testing.Stack;

import static io.restassured.RestAssured.when;
import static org.assertj.core.api.Assertions.assertThat;

@QuarkusTest
@QuarkusTestResource(Stack.class)
class QueueResourceTest {
    private final Orchestration orchestrator;

    QueueResourceTest(Orchestration orchestrator) {
        this.orchestrator = orchestrator;
    }

    @Test
    void the_queue_is_passed_on() {
        var queue = new QueueView(
                Map.of(TrialState.READY, 3L, TrialState.COMPLETED, 9L),
                12.5,
                4,
                List.of(new Share(10, "ada", 1, 2, 3, 1)));
        orchestrator.answers("/queue", queue);

        assertThat(when().get("/api/v1/queue").as(QueueView.class)).isEqualTo(queue);
    }

    @Test
    void workers_are_listed_with_the_trials_that_they_run() {
        var work = new Work("ab".repeat(32), "ada", 0, 10, 100, 50.0, Instant.EPOCH);
        var worker = new WorkerView("worker-1", "libtorch on cpu", 2, true, 1, Instant.EPOCH, List.of(work));
        orchestrator.answers("/workers", List.of(worker));

        assertThat(when().get("/api/v1/workers").as(WorkerView[].class)).containsExactly(worker);
    }
}
