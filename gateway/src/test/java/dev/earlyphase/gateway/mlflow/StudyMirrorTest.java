package dev.earlyphase.gateway.mlflow;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import jakarta.inject.Inject;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import dev.earlyphase.contracts.access.Caller;
import dev.earlyphase.contracts.access.Role;
import dev.earlyphase.contracts.study.Page;
import dev.earlyphase.contracts.study.StudyView;
import dev.earlyphase.contracts.study.TrialRole;
import dev.earlyphase.contracts.study.TrialView;
import dev.earlyphase.contracts.trial.TrialState;
import dev.earlyphase.gateway.access.AsCaller;
import dev.earlyphase.gateway.testing.Examples;
import dev.earlyphase.gateway.testing.Orchestration;
import dev.earlyphase.gateway.testing.Stack;
import dev.earlyphase.gateway.testing.TestDatabase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

@QuarkusTest
@QuarkusTestResource(Stack.class)
class StudyMirrorTest {
    private static final String STUDY = "fedcba98765432100125";
    private static final StudyView COMPLETED = Examples.study(STUDY, StudyView.State.COMPLETED);
    private static final TrialView DENSE = Examples.dense(0);
    private static final TrialView PRUNED = Examples.pruned(DENSE, DENSE, "200it");

    @Inject
    Orchestration orchestrator;

    @Inject
    TestDatabase database;

    @Inject
    StudyMirror mirror;

    @Inject
    AsCaller asCaller;

    @Inject
    ObjectMapper json;

    private FakeMlflow mlflow;

    @BeforeEach
    void a_study_of_two_trials_that_have_ended() throws Exception {
        mlflow = new FakeMlflow();
        orchestrator.answers("/studies/" + STUDY, COMPLETED);
        trials(in(DENSE, 0, null, TrialState.COMPLETED), in(PRUNED, 1, "200it", TrialState.COMPLETED));
        database.clear();
        database.study(STUDY);
        database.trial(STUDY, 0, DENSE, 0, null, 0.97);
        database.trial(STUDY, 1, PRUNED, 1, "200it", 0.96);
        telemetry(DENSE, 0, 1_875);
        telemetry(PRUNED, 200, 1_875);
    }

    @AfterEach
    void mlflow_stops() {
        mlflow.close();
    }

    @Test
    void a_study_is_an_experiment_and_a_trial_a_run() {
        assertThat(mirrored(COMPLETED)).isTrue();

        assertThat(mlflow.authorization).isEqualTo("Bearer secret");
        assertThat(mlflow.experiments.values()).singleElement().satisfies(experiment -> assertThat(experiment.name())
                .isEqualTo("tickets " + STUDY));
        assertThat(mlflow.runs.values())
                .extracting(run -> run.name)
                .containsExactly("seed 0, level 0", "seed 0, level 1, 200it", "figures");
        var pruned = run(PRUNED);
        assertThat(pruned.status).isEqualTo("FINISHED");
        assertThat(pruned.parameters)
                .containsEntry("network", "lenet-300-100")
                .containsEntry("training.batchSize", "128")
                .containsEntry("study.level", "1");
        assertThat(pruned.steps("test_accuracy")).containsExactly(1_876L);
        assertThat(pruned.steps("density")).containsExactly(1_876L);
    }

    @Test
    void telemetry_is_thinned_as_a_logarithmic_axis_shows_it() {
        mirrored(COMPLETED);

        assertThat(run(DENSE).steps("loss"))
                .startsWith(0L, 1L, 2L, 3L, 4L, 5L, 6L, 7L, 8L, 9L, 10L, 13L)
                .contains(100L, 200L, 1_800L)
                .hasSizeLessThan(60);
    }

    @Test
    void figures_are_drawings_and_tables() {
        mirrored(COMPLETED);

        assertThat(mlflow.artifacts.keySet()).contains("1/r2/artifacts/figure-1.svg", "1/r2/artifacts/figure-1.csv");
        assertThat(new String(mlflow.artifacts.get("1/r2/artifacts/figure-1.svg")))
                .startsWith("<svg");
    }

    @Test
    void what_is_there_is_found_again_and_not_doubled() {
        mirrored(COMPLETED);
        int requests = mlflow.requests;
        int metrics = run(DENSE).metrics.size();

        assertThat(mirrored(COMPLETED)).isTrue();

        assertThat(mlflow.requests).isEqualTo(requests + 1);
        assertThat(mlflow.runs).hasSize(3);
        assertThat(run(DENSE).metrics).hasSize(metrics);
    }

    @Test
    void after_an_outage_at_any_time_it_goes_on_and_nothing_is_doubled() {
        mirrored(COMPLETED);
        int requests = mlflow.requests;
        int metrics = run(DENSE).metrics.size() + run(PRUNED).metrics.size();
        for (int after = 0; after < requests; after++) {
            mlflow.experiments.clear();
            mlflow.runs.clear();
            mlflow.requests = 0;
            mlflow.patience = after;
            assertThatThrownBy(() -> mirrored(COMPLETED))
                    .isInstanceOfSatisfying(MlflowFailure.class, failure -> assertThat(failure.isOutage())
                            .isTrue());
            mlflow.patience = Integer.MAX_VALUE;

            assertThat(mirrored(COMPLETED)).isTrue();

            assertThat(mlflow.experiments).as("after " + after).hasSize(1);
            assertThat(mlflow.runs).as("after " + after).hasSize(3);
            assertThat(run(DENSE).metrics.size() + run(PRUNED).metrics.size())
                    .as("after " + after)
                    .isEqualTo(metrics);
        }
    }

    @Test
    void a_trial_that_runs_is_followed() {
        var running = Examples.study(STUDY, StudyView.State.RUNNING);
        trials(in(DENSE, 0, null, TrialState.RUNNING));
        database.execute("delete from results.telemetry where iteration > 500");
        database.execute("delete from results.evaluation");
        assertThat(mirrored(running)).isFalse();
        assertThat(run(DENSE).status).isEqualTo("RUNNING");
        assertThat(run(DENSE).steps("loss")).contains(500L).doesNotContain(600L);

        telemetry(DENSE, 501, 1_875);
        trials(in(DENSE, 0, null, TrialState.COMPLETED));
        assertThat(mirrored(COMPLETED)).isTrue();

        assertThat(run(DENSE).status).isEqualTo("FINISHED");
        assertThat(run(DENSE).steps("loss")).contains(500L, 600L, 1_800L).doesNotHaveDuplicates();
    }

    private boolean mirrored(StudyView study) {
        var server = new MlflowServer(mlflow.url(), Optional.of("Bearer secret"), json);
        var whole = new AtomicBoolean();
        asCaller.run(
                asCaller.identity(new Caller("mlflow", Role.VIEWER)),
                () -> whole.set(mirror.mirror(study, new Tracking(server))));
        return whole.get();
    }

    private FakeMlflow.Run run(TrialView trial) {
        return mlflow.runs.values().stream()
                .filter(run -> trial.id().value().equals(run.tags.get(TrialMirror.TRIAL)))
                .findFirst()
                .orElseThrow();
    }

    private void trials(TrialView... trials) {
        orchestrator.answers("/studies/" + STUDY + "/trials?limit=100", new Page<>(List.of(trials), null));
    }

    private static TrialView in(TrialView trial, int level, String rewind, TrialState state) {
        boolean ended = state.ended();
        return new TrialView(
                trial.id(),
                state,
                null,
                new TrialRole(trial.spec().seed(), level, rewind),
                1,
                trial.iteration(),
                trial.beginIteration(),
                trial.endIteration(),
                null,
                "worker-1",
                trial.started(),
                ended ? trial.ended() : null,
                trial.parents(),
                trial.spec(),
                ended ? trial.result() : null,
                null,
                null);
    }

    private void telemetry(TrialView trial, int first, int last) {
        database.telemetry(trial, first, last);
        database.execute(
                "insert into results.evaluation (trial, iteration, attempt, accuracy, loss, examples)"
                        + " values (?, 1876, 1, 0.97, 0.25, 10000)",
                trial.id().value());
    }
}
