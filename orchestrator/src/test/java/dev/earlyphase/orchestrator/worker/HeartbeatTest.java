package dev.earlyphase.orchestrator.worker;

import java.time.Duration;
import jakarta.inject.Inject;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

import dev.earlyphase.contracts.claim.Claim;
import dev.earlyphase.contracts.claim.Orders.Kind;
import dev.earlyphase.contracts.trial.TrialState;
import dev.earlyphase.orchestrator.support.EmbeddedServers;
import dev.earlyphase.orchestrator.support.FakeWorker;
import dev.earlyphase.orchestrator.support.Platform;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

@QuarkusTest
@QuarkusTestResource(EmbeddedServers.class)
class HeartbeatTest {
    @Inject
    Platform platform;

    @Inject
    FakeWorker worker;

    @Test
    void a_heartbeat_is_told_what_becomes_of_each_attempt() {
        Claim running = worker.claim(platform.newTrial());
        Claim lost = worker.claim(platform.newTrial());
        platform.expireLease(lost.trial());
        worker.claim(lost.trial());
        Claim ended = worker.claim(platform.newTrial());
        worker.report(ended);
        worker.complete(ended, "w");
        platform.awaitState(ended.trial(), TrialState.COMPLETED);

        var orders = worker.beat(3, running, lost, ended).orders();

        assertThat(orders).extracting(order -> order.kind()).containsExactly(Kind.CONTINUE, Kind.ABORT, Kind.ENDED);
        assertThat(platform.trial(running.trial()).iterationsPerSecond()).isEqualTo(50);
    }

    @Test
    void a_worker_that_was_only_out_of_reach_takes_its_trial_up_again() {
        Claim claim = worker.claim(platform.newTrial());
        platform.expireLease(claim.trial());
        platform.awaitClaimable(claim.trial());

        var orders = worker.beat(1, claim).orders();

        assertThat(orders.getFirst().kind()).isEqualTo(Kind.CONTINUE);
        assertThat(platform.trial(claim.trial()).state()).isEqualTo(TrialState.RUNNING);
    }

    @Test
    void a_silent_worker_is_dropped() {
        worker.beat(2);

        platform.execute(
                "update study.worker set last_seen = now() - interval '1 hour' where name = ?", FakeWorker.NAME);

        await().atMost(Duration.ofSeconds(40))
                .until(() -> given().get("/internal/workers").asString().equals("[]"));
    }
}
