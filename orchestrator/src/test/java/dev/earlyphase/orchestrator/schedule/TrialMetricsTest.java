package dev.earlyphase.orchestrator.schedule;

import java.net.URL;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import jakarta.inject.Inject;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import dev.earlyphase.contracts.claim.Claim;
import dev.earlyphase.contracts.event.AttemptEnded.Failed;
import dev.earlyphase.contracts.event.AttemptEnded.Outcome;
import dev.earlyphase.contracts.event.AttemptEnded.Released;
import dev.earlyphase.contracts.trial.TrialId;
import dev.earlyphase.contracts.trial.TrialState;
import dev.earlyphase.orchestrator.support.EmbeddedServers;
import dev.earlyphase.orchestrator.support.FakeWorker;
import dev.earlyphase.orchestrator.support.Platform;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

@QuarkusTest
@QuarkusTestResource(EmbeddedServers.class)
class TrialMetricsTest {
    private static final Duration LIMIT = Duration.ofSeconds(80);

    @TestHTTPResource(value = "/metrics", management = true)
    URL metrics;

    @Inject
    Platform platform;

    @Inject
    FakeWorker worker;

    @BeforeEach
    void nothing_is_left_of_other_tests() {
        platform.cancelAll();
    }

    @Test
    void what_postgres_holds_is_counted() {
        TrialId trial = platform.newTrial();
        platform.awaitClaimable(trial);
        platform.execute("update study.trial set ready_since = now() - interval '1 hour' where id = ?", trial.value());
        await().atMost(LIMIT).untilAsserted(() -> assertThat(metric("earlyphase_queue_age_seconds"))
                .isBetween(3600.0, 3700.0));

        Claim claim = worker.claim(trial);
        worker.report(claim);

        await().atMost(LIMIT).untilAsserted(() -> {
            worker.beat(3, claim);
            assertThat(metric("earlyphase_trials{state=\"running\"}")).isEqualTo(1);
            assertThat(metric("earlyphase_queue_age_seconds")).isZero();
            assertThat(metric("earlyphase_slots")).isEqualTo(3);
            assertThat(metric("earlyphase_slots_in_use")).isEqualTo(1);
            assertThat(metric("earlyphase_kept_bytes")).isPositive();
            assertThat(metric("earlyphase_outbox_rows")).isZero();
            assertThat(metric("earlyphase_outbox_age_seconds")).isZero();
        });
    }

    @Test
    void a_claim_tells_how_long_its_trial_had_waited() {
        TrialId trial = platform.newTrial();
        platform.awaitClaimable(trial);
        platform.execute("update study.trial set ready_since = now() - interval '1 hour' where id = ?", trial.value());
        double waited = metric("earlyphase_dispatch_seconds_sum");
        double won = metric("earlyphase_claims_total{outcome=\"won\"}");
        double refused = metric("earlyphase_claims_total{outcome=\"refused\"}");
        double answered = metric("earlyphase_claim_seconds_count");

        worker.claim(trial);
        worker.tryClaim(trial);

        assertThat(metric("earlyphase_dispatch_seconds_sum") - waited).isBetween(3600.0, 3700.0);
        assertThat(metric("earlyphase_claims_total{outcome=\"won\"}")).isEqualTo(won + 1);
        assertThat(metric("earlyphase_claims_total{outcome=\"refused\"}")).isEqualTo(refused + 1);
        assertThat(metric("earlyphase_claim_seconds_count")).isEqualTo(answered + 2);
    }

    @Test
    void an_offer_that_nobody_claimed_does_not_make_a_trial_younger() {
        TrialId trial = platform.newTrial();
        platform.awaitClaimable(trial);
        platform.execute("update study.trial set ready_since = now() - interval '1 hour' where id = ?", trial.value());
        platform.execute("update study.trial set state = 'dispatched' where id = ?", trial.value());
        platform.execute("update study.trial set state = 'ready' where id = ?", trial.value());
        double waited = metric("earlyphase_dispatch_seconds_sum");

        worker.claim(trial);

        assertThat(metric("earlyphase_dispatch_seconds_sum") - waited).isGreaterThan(3600);
    }

    @Test
    void attempts_are_counted_by_their_end() {
        for (Outcome outcome : List.of(new Failed("no reason", false), new Released(10, "the worker stops"))) {
            String name = "earlyphase_attempts_total{outcome=\"%s\"}"
                    .formatted(outcome.getClass().getSimpleName().toLowerCase(Locale.ROOT));
            double before = metric(name);

            worker.end(worker.claim(platform.newTrial()), outcome);

            await().atMost(LIMIT).until(() -> metric(name) == before + 1);
        }
        double completed = metric("earlyphase_attempts_total{outcome=\"completed\"}");
        TrialId trial = platform.newTrial();
        worker.train(trial);
        platform.awaitCompleted(trial);
        assertThat(metric("earlyphase_attempts_total{outcome=\"completed\"}")).isEqualTo(completed + 1);
    }

    @Test
    void a_lease_that_runs_out_is_counted() {
        double before = metric("earlyphase_lease_expiries_total");
        TrialId trial = platform.newTrial();
        worker.claim(trial);

        platform.expireLease(trial);

        await().atMost(LIMIT).until(() -> metric("earlyphase_lease_expiries_total") == before + 1);
        assertThat(platform.trial(trial).state()).isNotEqualTo(TrialState.RUNNING);
    }

    /** What follows the value is an example, the span that counted last. */
    private double metric(String name) {
        return given().get(metrics)
                .asString()
                .lines()
                .filter(line -> line.startsWith(name + " "))
                .mapToDouble(line -> Double.parseDouble(line.split(" ")[1]))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no metric " + name));
    }
}
