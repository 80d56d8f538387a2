package dev.earlyphase.gateway.figure;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import dev.earlyphase.contracts.study.AccuracyByDensity.Point;
import dev.earlyphase.contracts.study.StudyView;
import dev.earlyphase.contracts.trial.TrialState;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

class CurvesTest {
    private static final StudyView STUDY = new StudyView(
            "0123456789abcdef0123",
            "tickets",
            "imp-rewinding",
            StudyView.State.RUNNING,
            Instant.EPOCH,
            Map.of(),
            new StudyView.Progress(0, 0, 0, 0, 0, null),
            null);

    @Test
    void the_dense_runs_begin_the_curve_of_every_rewinding_point() {
        var figure = Curves.of(
                STUDY,
                List.of(
                        completed(0, 0, null, 0, 0.97),
                        completed(0, 1, "1ep", 469, 0.96),
                        completed(0, 1, "0it", 0, 0.95),
                        completed(0, 1, "200it", 200, 0.94)));

        assertThat(figure.points())
                .containsExactly(
                        new Point("0it", 0, 1.0, 0.97, 0, 1),
                        new Point("0it", 1, 0.8, 0.95, 0, 1),
                        new Point("200it", 0, 1.0, 0.97, 0, 1),
                        new Point("200it", 1, 0.8, 0.94, 0, 1),
                        new Point("1ep", 0, 1.0, 0.97, 0, 1),
                        new Point("1ep", 1, 0.8, 0.96, 0, 1));
        assertThat(figure.complete()).isTrue();
    }

    @Test
    void a_point_is_mean_and_sample_standard_deviation_over_seeds() {
        var figure = Curves.of(
                STUDY,
                List.of(
                        completed(0, 0, null, 0, 0.90),
                        completed(1, 0, null, 0, 0.92),
                        completed(2, 0, null, 0, 0.97)));

        var point = figure.points().getFirst();

        assertThat(point.accuracyMean()).isCloseTo(0.93, within(1e-12));
        // Squares of -0.03, -0.01 and 0.04 add up to 0.0026; halved, the root of 0.0013.
        assertThat(point.accuracyStd()).isCloseTo(0.03605551275463989, within(1e-12));
        assertThat(point.seeds()).isEqualTo(3);
    }

    @Test
    void trials_that_are_to_end_yet_leave_the_figure_partial() {
        var figure =
                Curves.of(STUDY, List.of(completed(0, 0, null, 0, 0.97), without(0, 1, "0it", TrialState.RUNNING)));

        assertThat(figure.complete()).isFalse();
        assertThat(figure.points()).containsExactly(new Point("0it", 0, 1.0, 0.97, 0, 1));
    }

    @Test
    void a_diverged_trial_has_ended_but_is_in_no_point() {
        var figure = Curves.of(
                STUDY,
                List.of(
                        completed(0, 0, null, 0, 0.97),
                        completed(0, 1, "0it", 0, 0.95),
                        without(1, 1, "0it", TrialState.DIVERGED)));

        assertThat(figure.complete()).isTrue();
        assertThat(figure.points().getLast()).isEqualTo(new Point("0it", 1, 0.8, 0.95, 0, 1));
    }

    @Test
    void a_study_of_dense_runs_alone_has_one_curve_without_rewinding_point() {
        var figure = Curves.of(STUDY, List.of(completed(0, 0, null, 0, 0.97)));

        assertThat(figure.points()).containsExactly(new Point(null, 0, 1.0, 0.97, 0, 1));
    }

    @Test
    void the_data_set_is_named_as_the_results_name_it() {
        var before = Curves.of(STUDY, List.of(without(0, 0, null, TrialState.READY)));
        var after = Curves.of(STUDY, List.of(completed(0, 0, null, 0, 0.9), without(1, 0, null, TrialState.READY)));

        assertThat(before.data()).isEqualTo("mnist");
        assertThat(after.data()).isEqualTo("MNIST");
        assertThat(after.network()).isEqualTo("lenet-300-100");
    }

    private static Outcome completed(long seed, int level, String rewind, int begin, double accuracy) {
        return new Outcome(
                seed,
                level,
                rewind,
                begin,
                TrialState.COMPLETED,
                "lenet-300-100",
                "mnist",
                "MNIST",
                accuracy,
                level == 0 ? 1.0 : 0.8);
    }

    private static Outcome without(long seed, int level, String rewind, TrialState state) {
        return new Outcome(seed, level, rewind, 0, state, "lenet-300-100", "mnist", null, null, null);
    }
}
