package dev.earlyphase.orchestrator.queue;

import java.time.Duration;
import java.util.List;
import jakarta.inject.Inject;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import dev.earlyphase.contracts.claim.Claim;
import dev.earlyphase.contracts.queue.QueueView;
import dev.earlyphase.contracts.queue.QueueView.Share;
import dev.earlyphase.contracts.study.Scheduling;
import dev.earlyphase.contracts.trial.TrialState;
import dev.earlyphase.orchestrator.support.EmbeddedServers;
import dev.earlyphase.orchestrator.support.FakeWorker;
import dev.earlyphase.orchestrator.support.Platform;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

@QuarkusTest
@QuarkusTestResource(EmbeddedServers.class)
class QueueTest {
    private static final Duration LIMIT = Duration.ofSeconds(40);

    @Inject
    Platform platform;

    @Inject
    FakeWorker worker;

    @BeforeEach
    void nothing_is_left_of_other_tests() {
        worker.beat(0);
        platform.cancelAll();
    }

    @Test
    void with_nothing_to_train_nobody_waits() {
        QueueView queue = queue();

        assertThat(queue.oldestReadySeconds()).isNull();
        assertThat(queue.demand()).isZero();
        assertThat(queue.shares()).isEmpty();
    }

    @Test
    void trials_still_to_end_are_told_by_priority_and_owner() {
        platform.submitDense(2, new Scheduling(5, null));
        platform.submit(Platform.study(List.of(Platform.newSeed()), List.of("0it"), 1));
        String waits =
                platform.trials(platform.submitDense(1, null)).getFirst().id().value();
        platform.execute("update study.trial set ready_since = now() - interval '1 hour' where id = ?", waits);

        await().atMost(LIMIT).untilAsserted(() -> assertThat(queue().shares())
                .containsExactly(new Share(5, "operator", 1, 0, 2, 0), new Share(0, "operator", 2, 1, 2, 0)));
        assertThat(queue().oldestReadySeconds()).isBetween(3600.0, 3700.0);
        assertThat(queue().demand()).isEqualTo(4);
        assertThat(queue().trials()).containsEntry(TrialState.WAITING, 1L);
    }

    @Test
    void a_worker_is_listed_with_the_trials_that_it_runs() {
        Claim claim = worker.claim(platform.newTrial());
        worker.beat(3, claim);
        platform.execute(
                "update study.trial set charged_to = 'ada' where id = ?",
                claim.trial().value());

        String mine = "find { it.worker == '" + FakeWorker.NAME + "' }.";
        given().get("/internal/workers")
                .then()
                .body(mine + "running", equalTo(1))
                .body(mine + "trials", hasSize(1))
                .body(mine + "trials.trial", contains(claim.trial().value()))
                .body(mine + "trials[0].owner", equalTo("ada"))
                .body(mine + "trials[0].iteration", equalTo(10))
                .body(mine + "trials[0].endIteration", equalTo(18_760))
                .body(mine + "trials[0].iterationsPerSecond", equalTo(50f));
        assertThat(queue().shares()).containsExactly(new Share(0, "operator", 1, 0, 0, 1));
    }

    private QueueView queue() {
        return platform.as(given().get("/internal/queue"), QueueView.class);
    }
}
