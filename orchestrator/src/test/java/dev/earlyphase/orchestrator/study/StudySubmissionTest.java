package dev.earlyphase.orchestrator.study;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.LongStream;
import jakarta.inject.Inject;

import com.fasterxml.jackson.core.type.TypeReference;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

import dev.earlyphase.contracts.study.Page;
import dev.earlyphase.contracts.study.Plan;
import dev.earlyphase.contracts.study.StudyView;
import dev.earlyphase.contracts.study.TrialRole;
import dev.earlyphase.contracts.study.TrialView;
import dev.earlyphase.contracts.trial.TrialId;
import dev.earlyphase.contracts.trial.TrialState;
import dev.earlyphase.orchestrator.support.EmbeddedServers;
import dev.earlyphase.orchestrator.support.FakeWorker;
import dev.earlyphase.orchestrator.support.Platform;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

@QuarkusTest
@QuarkusTestResource(EmbeddedServers.class)
class StudySubmissionTest {
    @Inject
    Platform platform;

    @Inject
    FakeWorker worker;

    @Test
    void a_study_is_stored_with_all_its_trials() {
        var study = Platform.study(List.of(Platform.newSeed()), List.of("0it", "200it"), 2);

        var response = platform.post("/internal/studies", study);

        assertThat(response.statusCode()).isEqualTo(201);
        StudyView view = platform.as(response, StudyView.class);
        assertThat(view.id()).matches("[0-9a-f]{20}");
        assertThat(view.state()).isEqualTo(StudyView.State.RUNNING);
        assertThat(view.request()).isEqualTo(study);
        assertThat(view.trials().values().stream().mapToInt(Integer::intValue).sum())
                .isEqualTo(5);
        assertThat(platform.trials(view.id()))
                .extracting(TrialView::role)
                .startsWith(new TrialRole(study.seeds().getFirst(), 0, null));
        assertThat(view.progress().ofIterations()).isEqualTo(3 * 18_760 + 2 * 18_560);
    }

    @Test
    void the_same_study_submitted_twice_is_one() {
        var study = Platform.study(List.of(Platform.newSeed()), List.of("0it"), 1);
        StudyView first = platform.submit(study);

        var second = platform.post("/internal/studies", study);

        assertThat(second.statusCode()).isEqualTo(200);
        assertThat(platform.as(second, StudyView.class).id()).isEqualTo(first.id());
    }

    @Test
    void one_more_seed_adds_only_the_trials_of_that_seed() {
        long one = Platform.newSeed();
        long other = Platform.newSeed();
        StudyView small = platform.submit(Platform.study(List.of(one), List.of("0it", "200it"), 3));

        StudyView large = platform.submit(Platform.study(List.of(one, other), List.of("0it", "200it"), 3));

        Set<TrialId> known = ids(small);
        assertThat(known).hasSize(7);
        assertThat(platform.trials(large.id()))
                .filteredOn(trial -> !known.contains(trial.id()))
                .hasSize(7)
                .allMatch(trial -> trial.role().seed() == other);
    }

    @Test
    void a_plan_says_what_is_new_and_stores_nothing() {
        long one = Platform.newSeed();
        platform.submit(Platform.study(List.of(one), List.of("0it"), 2));
        var study = Platform.study(List.of(one, Platform.newSeed()), List.of("0it"), 2);

        Plan plan = platform.as(platform.post("/internal/studies?dryRun=true", study), Plan.class);

        assertThat(plan.trials()).isEqualTo(6);
        assertThat(plan.sharedTrials()).isEqualTo(3);
        assertThat(plan.newTrials()).isEqualTo(3);
        assertThat(plan.iterations()).isEqualTo(6 * 18_760);
        assertThat(plan.newIterations()).isEqualTo(3 * 18_760);
        assertThat(plan.checkpoints()).isEqualTo(12);
        assertThat(given().get("/internal/studies/" + plan.study()).statusCode())
                .isEqualTo(404);
    }

    @Test
    void a_plan_is_priced_at_the_pace_of_completed_trials() {
        worker.beat(2);
        TrialId dense = platform.trials(platform.submit(Platform.study(List.of(Platform.newSeed()), List.of(), 0))
                        .id())
                .getFirst()
                .id();
        worker.train(dense);
        platform.awaitState(dense, TrialState.COMPLETED);

        Plan plan = platform.as(
                platform.post(
                        "/internal/studies?dryRun=true", Platform.study(List.of(Platform.newSeed()), List.of(), 0)),
                Plan.class);

        // The fake worker takes 10 s for 18,760 iterations, and has two slots.
        assertThat(plan.secondsEstimate()).isCloseTo(5.0, within(0.2));
    }

    @Test
    void ten_thousand_trials_are_accepted_and_listed_in_pages() {
        List<Long> seeds =
                LongStream.range(0, 100).map(i -> Platform.newSeed()).boxed().toList();
        var study = Platform.study(seeds, List.of("0it", "200it", "500it"), 33);

        StudyView view = platform.submit(study);

        List<TrialView> trials = platform.trials(view.id());
        assertThat(trials).extracting(TrialView::id).hasSize(10_000).doesNotHaveDuplicates();
        assertThat(trials).extracting(trial -> trial.role().level()).isSorted();
        platform.post("/internal/studies/" + view.id() + "/cancel", Map.of());
    }

    @Test
    void studies_are_listed_newest_first_in_pages() {
        StudyView older = platform.submit(Platform.study(List.of(Platform.newSeed()), List.of(), 0));
        StudyView newer = platform.submit(Platform.study(List.of(Platform.newSeed()), List.of(), 0));

        Page<StudyView> first = page("/internal/studies?limit=1");
        Page<StudyView> second = page("/internal/studies?limit=1&cursor=" + first.next());

        assertThat(first.items()).extracting(StudyView::id).containsExactly(newer.id());
        assertThat(second.items()).extracting(StudyView::id).containsExactly(older.id());
        assertThat(first.items().getFirst().request()).isNull();
    }

    @Test
    void trials_are_filtered_by_state() {
        String study = platform.submit(Platform.study(List.of(Platform.newSeed()), List.of("0it"), 2))
                .id();

        Page<TrialView> waiting = platform.read(
                given().get("/internal/studies/" + study + "/trials?state=waiting"), new TypeReference<>() {});

        assertThat(waiting.items()).extracting(trial -> trial.role().level()).containsExactly(1, 2);
    }

    private Page<StudyView> page(String path) {
        return platform.read(given().get(path), new TypeReference<>() {});
    }

    private Set<TrialId> ids(StudyView study) {
        Set<TrialId> ids = new HashSet<>();
        platform.trials(study.id()).forEach(trial -> ids.add(trial.id()));
        return ids;
    }
}
