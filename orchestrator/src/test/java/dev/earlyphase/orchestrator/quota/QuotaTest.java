package dev.earlyphase.orchestrator.quota;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import jakarta.inject.Inject;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import dev.earlyphase.contracts.access.QuotaView;
import dev.earlyphase.contracts.access.Role;
import dev.earlyphase.contracts.study.Scheduling;
import dev.earlyphase.contracts.study.StudyView;
import dev.earlyphase.orchestrator.json.Json;
import dev.earlyphase.orchestrator.support.AsGateway;
import dev.earlyphase.orchestrator.support.EmbeddedServers;
import dev.earlyphase.orchestrator.support.FakeWorker;
import dev.earlyphase.orchestrator.support.Platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** With the limits that {@link EmbeddedServers} sets: ann runs 2, bob queues 3, carl keeps a megabyte. */
@QuarkusTest
@QuarkusTestResource(EmbeddedServers.class)
class QuotaTest {
    private static final Duration LIMIT = Duration.ofSeconds(40);

    @Inject
    Platform platform;

    @Inject
    FakeWorker worker;

    @Inject
    Json json;

    @BeforeEach
    void forget_what_other_tests_left() {
        worker.beat(0);
        platform.cancelAll();
    }

    @Test
    void a_user_at_the_limit_of_running_trials_is_passed_over_and_others_go_on() {
        String narrow = submitted("ann", 6, 10);
        String wide = submitted("dora", 6, 0);

        worker.beat(6);

        await().atMost(LIMIT).until(() -> platform.dispatched(wide).size() == 6);
        assertThat(platform.dispatched(narrow)).hasSize(2);
        assertThat(quota("ann").runningTrials()).isEqualTo(new QuotaView.Share(2, 2L));
    }

    @Test
    void users_of_equal_priority_take_turns_although_one_came_first() {
        String first = submitted("eve", 20, 0);
        String second = submitted("fay", 20, 0);

        worker.beat(4);

        await().atMost(LIMIT)
                .until(() -> platform.dispatched(first).size()
                                + platform.dispatched(second).size()
                        == 6);
        assertThat(platform.dispatched(first)).hasSize(3);
        assertThat(platform.dispatched(second)).hasSize(3);
    }

    @Test
    void a_study_beyond_the_limit_of_queued_trials_is_refused_and_nothing_of_it_is_stored() {
        submitted("bob", 2, 0);

        Response refused = submit("bob", 2, 0);

        assertThat(refused.statusCode()).isEqualTo(403);
        assertThat(refused.jsonPath().getString("detail"))
                .contains("The quota of bob is 3 queued trials; with this study it would be 4");
        assertThat(quota("bob").queuedTrials()).isEqualTo(new QuotaView.Share(2, 3L));
    }

    @Test
    void a_study_that_would_keep_more_bytes_than_its_owner_may_is_refused() {
        Response refused = submit("carl", 1, 0);

        assertThat(refused.statusCode()).isEqualTo(403);
        assertThat(refused.jsonPath().getString("detail")).contains("The quota of carl is 1,048,576 bytes kept");
    }

    @Test
    void slots_are_demanded_for_what_may_run_at_once() {
        submitted("gus", 5, 0, 2);
        submitted("gus", 3, 0);

        await().atMost(LIMIT)
                .untilAsserted(() -> assertThat(platform.query("select slots from study.demand where '' = ?", ""))
                        .isEqualTo(5));
    }

    private String submitted(String user, int trials, int priority) {
        return submitted(user, trials, priority, null);
    }

    private String submitted(String user, int trials, int priority, Integer maxParallel) {
        Response response = submit(user, trials, priority, maxParallel);
        assertThat(response.statusCode()).isEqualTo(201);
        return platform.as(response, StudyView.class).id();
    }

    private Response submit(String user, int trials, int priority) {
        return submit(user, trials, priority, null);
    }

    private Response submit(String user, int trials, int priority, Integer maxParallel) {
        List<Long> seeds = Stream.generate(Platform::newSeed).limit(trials).toList();
        return AsGateway.as(user, Role.RESEARCHER)
                .contentType("application/json")
                .body(json.write(Platform.study(seeds, List.of(), 0, null, new Scheduling(priority, maxParallel))))
                .post("/internal/studies");
    }

    private QuotaView quota(String user) {
        return platform.as(AsGateway.as(user, Role.VIEWER).get("/internal/quota"), QuotaView.class);
    }
}
