package dev.earlyphase.gateway.figure.rule;

import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import dev.earlyphase.contracts.figure.Curve;
import dev.earlyphase.contracts.figure.Curve.Kind;
import dev.earlyphase.contracts.figure.Fact;
import dev.earlyphase.contracts.figure.Panel;
import dev.earlyphase.contracts.figure.Point;
import dev.earlyphase.contracts.figure.Point.Sample;
import dev.earlyphase.contracts.study.Recipe;
import dev.earlyphase.contracts.study.TrialRole;
import dev.earlyphase.contracts.trial.TrialState;
import dev.earlyphase.gateway.outcome.StudyOutcomes;
import dev.earlyphase.gateway.testing.StudyBuilder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

/** Figures that need nothing but the outcomes of trials. */
class OutcomeFiguresTest {
    @Test
    void the_dense_runs_begin_the_curve_of_every_rewinding_point_and_are_the_line_to_compare_with() {
        var study = new StudyBuilder(Recipe.IMP_REWINDING)
                .dense(0, 0.97)
                .pruned(0, 1, "1ep", 0.96)
                .pruned(0, 1, "0it", 0.95)
                .pruned(0, 1, "200it", 0.94)
                .build();

        var panel = only(new RewindingFigure(), study);

        assertThat(panel.curves())
                .extracting(Curve::name)
                .containsExactly("rewound to 0it", "rewound to 200it", "rewound to 1ep", "dense");
        assertThat(means(panel.curves().getFirst())).containsExactly(0.97, 0.95);
        assertThat(means(panel.curves().get(3))).containsExactly(0.97, 0.97);
        assertThat(panel.curves().get(3).kind()).isEqualTo(Kind.REFERENCE);
        assertThat(panel.curves().get(3).points()).extracting(Point::x).containsExactly(1.0, 0.8);
    }

    @Test
    void every_value_says_from_which_checkpoint_of_which_trial_it_comes() {
        var study =
                new StudyBuilder(Recipe.IMP_REWINDING).pruned(7, 1, "0it", 0.95).build();

        var point =
                only(new RewindingFigure(), study).curves().getFirst().points().getFirst();

        assertThat(point.samples())
                .containsExactly(new Sample(7, 0.95, StudyBuilder.id(new TrialRole(7, 1, "0it")), 4 * 391));
    }

    @Test
    void a_trial_that_diverged_or_is_to_end_is_in_no_point() {
        var study = new StudyBuilder(Recipe.IMP_REWINDING)
                .dense(0, 0.97)
                .pruned(0, 1, "0it", 0.95)
                .without(new TrialRole(1, 1, "0it"), TrialState.DIVERGED)
                .without(new TrialRole(2, 1, "0it"), TrialState.RUNNING)
                .build();

        var curve = only(new RewindingFigure(), study).curves().getFirst();

        assertThat(curve.points()).extracting(Point::count).containsExactly(1, 1);
        assertThat(means(curve)).containsExactly(0.97, 0.95);
        assertThat(study.complete()).isFalse();
    }

    @Test
    void perturbations_are_drawn_by_rewinding_point_beside_what_was_left_unchanged() {
        var study = new StudyBuilder(Recipe.PERTURBATIONS)
                .dense(0, 0.97)
                .pruned(0, 1, "0it", 0.90)
                .pruned(0, 1, "500it", 0.96)
                .pruned(0, 1, "2000it", 0.965)
                .treated(0, 1, "2000it", "noise", "noise:0.5", 0.95)
                .treated(0, 1, "500it", "noise", "noise:0.5", 0.93)
                .treated(1, 1, "500it", "noise", "noise:0.5", 0.91)
                .treated(0, 1, "500it", "noise", "noise:2", 0.92)
                .treated(0, 1, "500it", "shuffles", "shuffle-global", 0.80)
                .build();

        var panels =
                content(new PerturbationFigure("figure-6", "", "noise"), study).panels();

        assertThat(panels).extracting(Panel::title).containsExactly("k = 500it", "k = 2000it");
        assertThat(panels.getFirst().curves())
                .extracting(Curve::name)
                .containsExactly("noise 0.5 σ", "noise 2 σ", "unchanged (rewound to k)", "rewound to 0it");
        assertThat(panels.getFirst().curves().getFirst().points().getFirst().mean())
                .isCloseTo(0.92, within(1e-12));
        assertThat(means(panels.getFirst().curves().get(2))).containsExactly(0.97, 0.96);
        assertThat(means(panels.getFirst().curves().get(3))).containsExactly(0.97, 0.90);
    }

    @Test
    void pretraining_is_drawn_by_task_and_length_and_not_by_the_other_tasks_accuracy() {
        var study = new StudyBuilder(Recipe.PRETRAINING)
                .dense(0, 0.97)
                .pruned(0, 1, "0it", 0.90)
                .treated(0, 0, null, "pretraining", "rotation 10ep", 0.5)
                .treated(0, 0, null, "rotation", "10ep", 0.96)
                .treated(0, 1, null, "rotation", "10ep", 0.95)
                .treated(0, 0, null, "rotation", "2ep", 0.94)
                .treated(0, 0, null, "random-labels-0.5-per-epoch", "2ep", 0.93)
                .build();

        var panels = content(new PretrainingFigure("figure-8", "", Recipe.PRETRAINING), study)
                .panels();

        assertThat(panels)
                .extracting(Panel::title)
                .containsExactly("Rotation", "Random labels, share 0.5, drawn each epoch");
        assertThat(panels.getFirst().curves())
                .extracting(Curve::name)
                .containsExactly("2ep", "10ep", "no pre-training, rewound to 0it");
        assertThat(means(panels.getFirst().curves().get(1))).containsExactly(0.96, 0.95);
    }

    @Test
    void sparse_pretraining_tells_masks_apart() {
        var study = new StudyBuilder(Recipe.SPARSE_PRETRAINING)
                .treated(0, 1, null, "blur", "2ep imp", 0.96)
                .treated(0, 1, null, "blur", "2ep reinitialised", 0.95)
                .treated(0, 1, null, "blur", "2ep random", 0.94)
                .build();

        var panel = only(new PretrainingFigure("figure-9", "", Recipe.SPARSE_PRETRAINING), study);

        assertThat(panel.curves())
                .extracting(Curve::name)
                .containsExactly("2ep, IMP mask", "2ep, IMP mask, weights redrawn", "2ep, random mask");
    }

    @Test
    void rules_of_pruning_are_drawn_by_sanity_check() {
        var study = new StudyBuilder(Recipe.PRUNING_AT_INITIALISATION)
                .dense(0, 0.97)
                .pruned(0, 1, "0it", 0.96)
                .treated(0, 1, "0it", "snip", "as-found", 0.94)
                .treated(0, 1, "0it", "synflow", "as-found", 0.93)
                .treated(0, 1, "0it", "snip", "shuffled", 0.92)
                .build();

        var panels = content(new InitialPruningFigure(), study).panels();

        assertThat(panels).extracting(Panel::title).containsExactly("As found", "Survivors shuffled within layers");
        assertThat(panels.getFirst().curves())
                .extracting(Curve::name)
                .containsExactly("SNIP", "SynFlow", "iterative magnitude pruning", "dense");
        assertThat(means(panels.get(1).curves().getFirst())).containsExactly(0.92);
    }

    @Test
    void the_dense_table_has_a_point_for_each_seed_and_says_how_they_were_trained() {
        var study = new StudyBuilder(Recipe.DENSE).dense(1, 0.92).dense(0, 0.90).build();

        var content = content(new DenseTable(), study);

        assertThat(content.panels().getFirst().curves().getFirst().points())
                .extracting(Point::x)
                .containsExactly(0.0, 1.0);
        assertThat(content.facts())
                .extracting(Fact::name, Fact::value)
                .contains(
                        tuple("Test accuracy", "91.00 % ± 1.41"),
                        tuple("Epochs", "4"),
                        tuple("Weight decay", "0.0001"));
    }

    @Test
    void without_results_there_are_no_points() {
        var study = new StudyBuilder(Recipe.IMP_REWINDING)
                .without(new TrialRole(0, 0, null), TrialState.READY)
                .build();

        var curves = only(new RewindingFigure(), study).curves();

        assertThat(curves).flatExtracting(Curve::points).isEmpty();
        assertThat(study.data()).isEqualTo("cifar-10");
    }

    private static Content content(FigureRule rule, StudyOutcomes study) {
        return rule.content(new Evidence(study, null, null, null, true));
    }

    private static Panel only(FigureRule rule, StudyOutcomes study) {
        List<Panel> panels = content(rule, study).panels();
        assertThat(panels).hasSize(1);
        return panels.getFirst();
    }

    private static Stream<Double> means(Curve curve) {
        return curve.points().stream().map(Point::mean);
    }
}
