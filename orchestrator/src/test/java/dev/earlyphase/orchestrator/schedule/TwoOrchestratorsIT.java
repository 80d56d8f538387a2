package dev.earlyphase.orchestrator.schedule;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import java.util.stream.Stream;
import jakarta.inject.Inject;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import dev.earlyphase.contracts.claim.Claim;
import dev.earlyphase.contracts.claim.ClaimRequest;
import dev.earlyphase.contracts.event.Topics;
import dev.earlyphase.contracts.study.StudyView;
import dev.earlyphase.contracts.study.TrialView;
import dev.earlyphase.contracts.trial.TrialId;
import dev.earlyphase.orchestrator.json.Json;
import dev.earlyphase.orchestrator.support.EmbeddedServers;
import dev.earlyphase.orchestrator.support.FakeWorker;
import dev.earlyphase.orchestrator.support.Platform;
import dev.earlyphase.orchestrator.support.SecondOrchestrator;
import dev.earlyphase.orchestrator.support.TopicReader;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** One orchestrator in this JVM, another as a process, on the same Kafka and Postgres. */
@QuarkusTest
@QuarkusTestResource(EmbeddedServers.class)
class TwoOrchestratorsIT {
    private static final Duration LIMIT = Duration.ofMinutes(2);
    /** A consumer's session is over after ten seconds; the rest is for a busy machine. */
    private static final Duration IN_CHARGE_WITHIN = Duration.ofSeconds(40);

    private static final int SLOTS = 3;
    private static final int MARGIN = 2;

    @Inject
    Platform platform;

    @Inject
    FakeWorker worker;

    @Inject
    TopicReader topics;

    @Inject
    Json json;

    private SecondOrchestrator second;

    @BeforeEach
    void start_the_second_one() {
        worker.beat(0);
        platform.cancelAll();
        second = SecondOrchestrator.start();
    }

    @AfterEach
    void stop_it() {
        second.close();
    }

    @Test
    void each_trial_is_offered_claimed_and_ended_once_and_never_more_are_offered_than_slots_and_margin() {
        String study = platform.submitDense(24, null);
        Set<String> trained = new HashSet<>();

        while (platform.study(study).state() == StudyView.State.RUNNING) {
            worker.beat(SLOTS);
            List<String> offered = platform.dispatched(study);
            assertThat(offered).hasSizeLessThanOrEqualTo(SLOTS + MARGIN);
            for (String trial : offered) {
                Claim claim = claimFromBoth(new TrialId(trial));
                assertThat(trained.add(trial)).isTrue();
                worker.report(claim);
                worker.complete(claim, "weights of " + trial);
            }
        }

        assertThat(platform.study(study).state()).isEqualTo(StudyView.State.COMPLETED);
        List<TrialView> trials = platform.trials(study);
        assertThat(trained).hasSize(trials.size());
        assertThat(trials).extracting(TrialView::attempts).containsOnly(1);
        List<String> offers = topics.keys(Topics.TRIAL_SPECS, seen -> seen.containsAll(trained)).stream()
                .filter(trained::contains)
                .toList();
        assertThat(offers).doesNotHaveDuplicates();
    }

    @Test
    void when_one_is_killed_the_other_is_soon_in_charge_of_all() {
        String study = platform.submitDense(12, null);
        List<Claim> claims = new ArrayList<>();
        while (claims.size() < 8) {
            worker.beat(20, claims.toArray(Claim[]::new));
            platform.dispatched(study).forEach(trial -> claims.add(worker.claim(new TrialId(trial))));
        }

        second.kill();
        claims.forEach(claim -> {
            worker.report(claim);
            worker.complete(claim, "weights of " + claim.trial());
        });

        List<TrialId> ended = claims.stream().map(Claim::trial).toList();
        await().atMost(IN_CHARGE_WITHIN).untilAsserted(() -> assertThat(ended)
                .allSatisfy(trial ->
                        assertThat(platform.trial(trial).state().ended()).isTrue()));
        String next = platform.submitDense(2, null);
        worker.beat(20);
        await().atMost(LIMIT).until(() -> platform.dispatched(next).size() == 2);
        assertThat(topics.keys(Topics.TRIAL_SPECS, seen -> seen.containsAll(platform.dispatched(next))))
                .containsAll(platform.dispatched(next));
    }

    /** Asks both at once; one of them gives the trial. */
    private Claim claimFromBoth(TrialId trial) {
        String request = json.write(new ClaimRequest(trial, FakeWorker.NAME));
        Supplier<Response> here = () -> worker.tryClaim(trial);
        Supplier<Response> there = () -> second.post("/internal/claims", request);
        List<CompletableFuture<Response>> asked =
                Stream.of(here, there).map(CompletableFuture::supplyAsync).toList();
        List<Response> answers = asked.stream().map(CompletableFuture::join).toList();
        assertThat(answers).extracting(Response::statusCode).containsExactlyInAnyOrder(200, 409);
        return answers.stream()
                .filter(answer -> answer.statusCode() == 200)
                .map(answer -> platform.as(answer, Claim.class))
                .findFirst()
                .orElseThrow();
    }
}
