package dev.earlyphase.orchestrator.schedule;

import java.time.Duration;
import java.util.List;
import jakarta.inject.Inject;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import dev.earlyphase.contracts.event.Topics;
import dev.earlyphase.contracts.study.Scheduling;
import dev.earlyphase.orchestrator.support.EmbeddedServers;
import dev.earlyphase.orchestrator.support.FakeWorker;
import dev.earlyphase.orchestrator.support.Platform;
import dev.earlyphase.orchestrator.support.TopicReader;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

@QuarkusTest
@QuarkusTestResource(EmbeddedServers.class)
class DispatchTest {
    private static final Duration LIMIT = Duration.ofSeconds(40);

    @Inject
    Platform platform;

    @Inject
    FakeWorker worker;

    @Inject
    TopicReader topics;

    @BeforeEach
    void forget_what_other_tests_left() {
        worker.beat(0);
        platform.cancelAll();
    }

    @Test
    void as_many_trials_are_offered_as_there_are_idle_slots_and_two_more() {
        String study = platform.submitDense(20, null);

        worker.beat(3);

        await().atMost(LIMIT).until(() -> platform.dispatched(study).size() == 5);
        assertThat(topics.keys(Topics.TRIAL_SPECS, seen -> seen.containsAll(platform.dispatched(study))))
                .containsAll(platform.dispatched(study));
    }

    @Test
    void nothing_is_offered_while_no_worker_lives() {
        String study = platform.submitDense(3, null);

        await().pollDelay(Duration.ofSeconds(1))
                .until(() -> platform.dispatched(study).isEmpty());
    }

    @Test
    void a_study_of_higher_priority_goes_first() {
        String low = platform.submitDense(5, new Scheduling(0, null));
        String high = platform.submitDense(5, new Scheduling(10, null));

        worker.beat(3);

        await().atMost(LIMIT).until(() -> platform.dispatched(high).size() == 5);
        assertThat(platform.dispatched(low)).isEmpty();
    }

    @Test
    void a_study_never_runs_more_trials_than_its_limit() {
        String narrow = platform.submitDense(6, new Scheduling(10, 2));
        String wide = platform.submitDense(6, new Scheduling(0, null));

        worker.beat(6);

        await().atMost(LIMIT).until(() -> platform.dispatched(wide).size() == 6);
        assertThat(platform.dispatched(narrow)).hasSize(2);
    }

    @Test
    void an_offer_that_nobody_claims_is_made_again() {
        String study = platform.submitDense(1, null);
        worker.beat(1);
        await().atMost(LIMIT).until(() -> platform.dispatched(study).size() == 1);
        String trial = platform.dispatched(study).getFirst();
        topics.keys(Topics.TRIAL_SPECS, seen -> seen.contains(trial));

        platform.execute("update study.trial set dispatched = now() - interval '1 hour' where id = ?", trial);

        List<String> offers = topics.keys(
                Topics.TRIAL_SPECS, seen -> seen.stream().filter(trial::equals).count() >= 2);
        assertThat(offers.stream().filter(trial::equals).count()).isGreaterThanOrEqualTo(2);
    }
}
