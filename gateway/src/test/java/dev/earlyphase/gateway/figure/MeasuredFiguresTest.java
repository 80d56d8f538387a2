package dev.earlyphase.gateway.figure;

import java.util.List;
import jakarta.inject.Inject;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import dev.earlyphase.contracts.figure.Curve;
import dev.earlyphase.contracts.figure.Fact;
import dev.earlyphase.contracts.figure.Figure;
import dev.earlyphase.contracts.figure.Panel;
import dev.earlyphase.contracts.figure.Point;
import dev.earlyphase.contracts.study.Recipe;
import dev.earlyphase.contracts.study.StudyView;
import dev.earlyphase.contracts.study.TrialRole;
import dev.earlyphase.contracts.study.TrialView;
import dev.earlyphase.gateway.testing.Examples;
import dev.earlyphase.gateway.testing.Orchestration;
import dev.earlyphase.gateway.testing.Stack;
import dev.earlyphase.gateway.testing.StudyBuilder;
import dev.earlyphase.gateway.testing.TestDatabase;

import static io.restassured.RestAssured.when;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

/** Figures of what was measured over iterations or between trials, read from Postgres. */
@QuarkusTest
@QuarkusTestResource(Stack.class)
class MeasuredFiguresTest {
    private static final String STUDY = "fedcba98765432100124";
    private static final TrialView FIRST = Examples.dense(0);
    private static final TrialView SECOND = Examples.dense(1);

    @Inject
    Orchestration orchestrator;

    @Inject
    TestDatabase database;

    @BeforeEach
    void two_dense_runs() {
        database.clear();
        database.study(STUDY);
        database.trial(STUDY, 0, FIRST, 0, null, 0.97);
        database.trial(STUDY, 1, SECOND, 0, null, 0.98);
    }

    @Test
    void telemetry_is_drawn_thinned_with_means_over_seeds() {
        telemetry(FIRST, 1);
        telemetry(SECOND, 3);

        var figure = figure(Recipe.TELEMETRY, "figure-3", "");

        var loss = panel(figure, "Training loss").curves().getFirst().points();
        assertThat(loss).hasSizeBetween(200, 400);
        assertThat(loss.getFirst()).isEqualTo(new Point(0, null, 2, Math.sqrt(2), 2, null));
        assertThat(loss.getLast().x()).isEqualTo(1_200);
        assertThat(panel(figure, "Single weights, first seed").curves())
                .extracting(Curve::name)
                .containsExactly("fc.weight[17]", "fc.weight[18]");
    }

    @Test
    void what_postgres_aggregates_is_what_the_samples_come_to() {
        telemetry(FIRST, 1);
        telemetry(SECOND, 3);

        var aggregated = figure(Recipe.TELEMETRY, "figure-3", "");
        var sampled = figure(Recipe.TELEMETRY, "figure-3", "?seeds=true");

        for (int i = 0; i < aggregated.panels().size(); i++) {
            for (int c = 0; c < aggregated.panels().get(i).curves().size(); c++) {
                var points = aggregated.panels().get(i).curves().get(c).points();
                var same = sampled.panels().get(i).curves().get(c).points();
                assertThat(same).hasSameSizeAs(points);
                for (int p = 0; p < points.size(); p++) {
                    assertThat(same.get(p).mean()).isCloseTo(points.get(p).mean(), within(1e-12));
                    assertThat(same.get(p).std()).isCloseTo(points.get(p).std(), within(1e-12));
                    assertThat(same.get(p).samples()).hasSize(points.get(p).count());
                }
            }
        }
    }

    @Test
    void the_events_of_the_early_phase_are_told_beside_the_papers() {
        telemetry(FIRST, 1);
        telemetry(SECOND, 3);
        for (var trial : List.of(FIRST, SECOND)) {
            database.execute(
                    "insert into results.evaluation (trial, iteration, attempt, accuracy, loss, examples)"
                            + " select ?, i, 1, i / 1000.0, 1, 10000 from unnest(array[0, 100, 200, 391]) i",
                    trial.id().value());
        }

        var figure = figure(Recipe.TELEMETRY, "figure-2", "");

        assertThat(figure.facts())
                .extracting(Fact::name, Fact::value)
                .contains(
                        tuple("Signs changed by iteration 10", "1.00 % ± 0.00"),
                        tuple(
                                "Minimum of the gradient's L2 norm (running median of 25 iterations)",
                                "iteration 200 ± 0"),
                        tuple("Signs changed by iteration 1,200", "120.00 % ± 0.00"),
                        tuple("Test accuracy after one epoch", "39.10 % ± 0.00"));
        assertThat(figure.facts().getFirst().paper()).isNotNull();
        assertThat(figure.facts().getFirst().trials())
                .containsExactly(FIRST.id().value(), SECOND.id().value());
        var marks = figure.panels().getFirst().curves().get(2);
        assertThat(marks.kind()).isEqualTo(Curve.Kind.SCATTER);
        assertThat(marks.points()).extracting(Point::label).contains("gradient's minimum");
    }

    @Test
    void a_perturbations_accuracy_stands_against_its_effective_deviation() {
        for (int i = 0; i < 5; i++) {
            var trial = Examples.pruned(FIRST, FIRST, (300 + i) + "it");
            database.trial(
                    STUDY, 10 + i, trial, new TrialRole(0, 1, "500it", "noise", "noise:" + (i + 1)), 0.9 - 0.01 * i);
            database.measurement(trial, 300 + i, "effective-standard-deviation", 0.1 * i);
        }
        var unmeasured = Examples.pruned(SECOND, SECOND, "300it");
        database.trial(STUDY, 20, unmeasured, new TrialRole(1, 1, "500it", "noise", "noise:1"), 0.5);

        var figure = figure(Recipe.NOISE, "figure-7", "");

        var points = figure.panels().getFirst().curves().getFirst().points();
        assertThat(points)
                .extracting(Point::label)
                .containsExactly("noise 1 σ", "noise 2 σ", "noise 3 σ", "noise 4 σ", "noise 5 σ");
        assertThat(points).extracting(Point::mean).startsWith(0.9);
        assertThat(figure.facts().getFirst().value()).startsWith("-1.00 (95 % confidence");
        assertThat(figure.panels().getFirst().title()).isEqualTo("k = 500it, 80.0 % of the weights");
    }

    @Test
    void eigenvalues_are_drawn_beside_the_edge_of_stability() {
        for (int iteration : new int[] {0, 10}) {
            database.measurement(FIRST, iteration, "hessian-eigenvalues", 20.0 + iteration, 10.0);
            database.measurement(FIRST, iteration, "stability-edge", 38.0);
            database.measurement(FIRST, iteration, "gradient-share", 0.6);
        }
        database.measurement(SECOND, 0, "hessian-eigenvalues", 30.0, null);

        var curves = figure(Recipe.HESSIAN, "hessian", "").panels().getFirst().curves();

        assertThat(curves).extracting(Curve::name).containsExactly("eigenvalue 1", "eigenvalue 2", "edge of stability");
        assertThat(curves.getFirst().points()).extracting(Point::mean).containsExactly(25.0, 30.0);
        assertThat(curves.get(1).points()).extracting(Point::count).containsExactly(1, 1);
        assertThat(curves.get(2).kind()).isEqualTo(Curve.Kind.REFERENCE);
    }

    @Test
    void a_barrier_is_the_highest_error_less_the_mean_of_the_ends() {
        var line = Examples.pruned(FIRST, FIRST, "400it");
        database.trial(STUDY, 10, line, new TrialRole(0, 0, "0it", "line", "0-1"), 0.9);
        database.measurement(line, 1876, "line-position", 0.0, 0.5, 1.0);
        database.measurement(line, 1876, "line-test-error", 0.1, 0.7, 0.3);
        database.measurement(line, 1876, "line-train-error", 0.0, 0.5, 0.0);

        var figure = figure(Recipe.LINEAR_CONNECTIVITY, "linear-connectivity", "?seeds=true");

        assertThat(figure.panels()).extracting(Panel::title).containsExactly("k = 0it", "Barrier");
        assertThat(figure.panels().getFirst().curves().getFirst().points())
                .extracting(Point::x, Point::mean)
                .containsExactly(tuple(0.0, 0.1), tuple(0.5, 0.7), tuple(1.0, 0.3));
        var barrier = figure.panels().get(1).curves().getFirst().points().getFirst();
        assertThat(barrier.mean()).isCloseTo(0.5, within(1e-12));
        assertThat(barrier.samples().getFirst().trial()).isEqualTo(line.id().value());
    }

    @Test
    void accuracy_stands_against_the_end_of_the_deficit_be_it_that_of_training() {
        var deficit = Examples.pruned(FIRST, FIRST, "100it");
        var recovered = Examples.pruned(FIRST, FIRST, "500it");
        database.trial(STUDY, 10, deficit, new TrialRole(0, 0, null, "deficit", "1876it"), 0.5);
        database.execute(
                "update study.trial set begin_iteration = 0, end_iteration = 1876 where id = ?",
                deficit.id().value());
        database.trial(STUDY, 11, recovered, new TrialRole(0, 0, null, "recovered", "500it"), 0.9);
        database.measurement(FIRST, 0, "fisher-trace", 7.0);
        database.measurement(deficit, 0, "fisher-trace", 1.0);
        database.measurement(deficit, 500, "fisher-trace", 2.0);
        database.measurement(recovered, 500, "fisher-trace", 3.0);
        database.measurement(recovered, 1876, "fisher-trace", 4.0);

        var panels = figure(Recipe.CRITICAL_PERIOD, "critical-period", "").panels();

        assertThat(panels.getFirst().curves().getFirst().points())
                .extracting(Point::x, Point::mean)
                .containsExactly(tuple(500.0, 0.9), tuple(1876.0, 0.5));
        assertThat(panels.getFirst().curves().get(1).points())
                .extracting(Point::mean)
                .containsExactly(0.975, 0.975);
        assertThat(panels.get(1).curves())
                .extracting(Curve::name)
                .containsExactly("no deficit", "deficit until 1876it", "deficit until 500it");
        assertThat(panels.get(1).curves().get(1).points())
                .extracting(Point::mean)
                .containsExactly(1.0, 2.0);
        assertThat(panels.get(1).curves().get(2).points())
                .extracting(Point::mean)
                .containsExactly(3.0, 4.0);
    }

    @Test
    void the_noise_scale_is_the_first_of_its_values() {
        database.measurement(FIRST, 0, "noise-scale", 100.0, 5.0, 0.05);
        database.measurement(SECOND, 0, "noise-scale", 300.0, 5.0, 0.05);

        var figure = figure(Recipe.NOISE_SCALE, "noise-scale", "");

        assertThat(figure.panels().getFirst().curves().getFirst().points())
                .containsExactly(new Point(0, null, 200, Math.sqrt(20_000), 2, null));
    }

    @Test
    void masks_settle_by_density() {
        database.execute(
                "insert into results.mask_convergence (trial, iteration, density, attempt, to_previous, to_end) values"
                        + " (?, 0, 0.5, 1, null, 0.4), (?, 10, 0.5, 1, 0.2, 0.1), (?, 0, 0.2, 1, null, 0.3)",
                FIRST.id().value(),
                FIRST.id().value(),
                FIRST.id().value());

        var panels = figure(Recipe.MASK_CONVERGENCE, "mask-convergence", "").panels();

        assertThat(panels.getFirst().curves())
                .extracting(Curve::name)
                .containsExactly("50.0 % of the weights", "20.0 % of the weights");
        assertThat(panels.getFirst().curves().getFirst().points())
                .extracting(Point::mean)
                .containsExactly(0.4, 0.1);
        assertThat(panels.get(1).curves().getFirst().points())
                .extracting(Point::mean)
                .containsExactly(0.2);
    }

    /** The gradient's norm falls to iteration 212 and then jumps, so that its running median is lowest from 200 on; a thousandth of the signs changes in each iteration. */
    private void telemetry(TrialView trial, double loss) {
        database.execute("""
                insert into results.telemetry (trial, iteration, attempt, loss, learning_rate, weight_mean_magnitude,
                    gradient_mean_magnitude, gradient_l2, signs_changed, distance, cosine, layers,
                    layer_weight_mean_magnitude, layer_gradient_mean_magnitude, layer_gradient_l2,
                    layer_signs_changed, layer_distance, layer_cosine, traced, traced_values)
                select ?, i, 1, ?, 0.1, 1 + abs(i - 300) / 1000.0, 0.5, case when i <= 212 then 1000 - i else 2000 end, i / 1000.0, i, 0.75,
                    '{}', '{}', '{}', '{}', '{}', '{}', '{}', '{fc.weight[17],fc.weight[18]}', '{0.5,null}'
                from generate_series(0, 1200) i
                """, trial.id().value(), loss);
        database.execute(
                "update results.telemetry set traced_values = '{0.5,0.25}' where iteration > 10 and trial = ?",
                trial.id().value());
    }

    private Figure figure(Recipe recipe, String name, String query) {
        orchestrator.answers(
                "/studies/" + STUDY, Examples.study(STUDY, StudyView.State.COMPLETED, StudyBuilder.request(recipe)));
        return when().get("/api/v1/studies/" + STUDY + "/figures/" + name + query)
                .as(Figure.class);
    }

    private static Panel panel(Figure figure, String title) {
        return figure.panels().stream()
                .filter(panel -> panel.title().equals(title))
                .findFirst()
                .orElseThrow();
    }
}
