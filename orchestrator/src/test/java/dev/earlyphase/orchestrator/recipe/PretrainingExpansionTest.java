package dev.earlyphase.orchestrator.recipe;

import java.util.List;

import org.junit.jupiter.api.Test;

import dev.earlyphase.contracts.study.TrialRole;
import dev.earlyphase.contracts.trial.MaskSource;
import dev.earlyphase.contracts.trial.Moment;
import dev.earlyphase.contracts.trial.Perturbation;
import dev.earlyphase.contracts.trial.Pruning;
import dev.earlyphase.contracts.trial.Start;
import dev.earlyphase.contracts.trial.Task;
import dev.earlyphase.orchestrator.recipe.PlannedTrial.Dependency;
import dev.earlyphase.orchestrator.support.Requests;

import static dev.earlyphase.orchestrator.recipe.PerturbedRunsExpansionTest.the;
import static org.assertj.core.api.Assertions.assertThat;

class PretrainingExpansionTest {
    private static final int PER_EPOCH = 469;
    private static final int END = 40 * PER_EPOCH;
    private static final String BLUR = "'tasks': [{'kind': 'blur'}], 'epochs': ['10ep']";

    @Test
    void pretraining_is_the_same_training_on_the_task_with_another_end() {
        List<PlannedTrial> trials =
                expand("pretraining", BLUR + ", 'levels': 0, 'training': {'milestones': ['5ep', '20ep']}");

        var spec = the(trials, new TrialRole(1, 0, null, "pretraining", "blur 10ep"))
                .spec();
        assertThat(spec.task()).isEqualTo(new Task("blur"));
        assertThat(spec.endIteration()).isEqualTo(10 * PER_EPOCH);
        assertThat(spec.training().milestones()).containsExactly(Moment.ofIterations(5 * PER_EPOCH));
    }

    @Test
    void every_level_of_the_chain_begins_with_the_pretrained_weights() {
        List<PlannedTrial> trials = expand("pretraining", BLUR + ", 'levels': 2, 'head': 'kept'");

        PlannedTrial pretraining = the(trials, new TrialRole(1, 0, null, "pretraining", "blur 10ep"));
        PlannedTrial dense = the(trials, new TrialRole(1, 0, null, "blur", "10ep"));
        PlannedTrial first = the(trials, new TrialRole(1, 1, null, "blur", "10ep"));
        PlannedTrial second = the(trials, new TrialRole(1, 2, null, "blur", "10ep"));
        assertThat(List.of(dense, first, second))
                .extracting(trial -> trial.spec().start())
                .containsOnly(new Start.Pretrained(
                        pretraining.id(), Moment.ofIterations(10 * PER_EPOCH), Start.Head.KEPT, Start.Counting.ANEW));
        assertThat(second.spec().mask()).isEqualTo(new MaskSource.Pruned(first.id(), Pruning.DEFAULT));
        assertThat(second.dependencies())
                .containsExactlyInAnyOrder(
                        new Dependency(second.id(), pretraining.id(), 10 * PER_EPOCH),
                        new Dependency(second.id(), first.id(), END));
    }

    @Test
    void the_output_layer_is_drawn_anew_where_the_classes_differ() {
        List<PlannedTrial> trials = expand(
                "pretraining", "'tasks': [{'kind': 'rotation'}], 'epochs': ['2ep'], 'levels': 0, 'head': 'kept'");

        assertThat(the(trials, new TrialRole(1, 0, null, "rotation", "2ep"))
                        .spec()
                        .start())
                .isInstanceOfSatisfying(Start.Pretrained.class, start -> assertThat(start.head())
                        .isEqualTo(Start.Head.REDRAWN));
    }

    @Test
    void a_task_is_labelled_with_what_is_unusual_about_it() {
        List<PlannedTrial> trials = expand(
                "pretraining",
                "'tasks': [{'kind': 'random-labels', 'fraction': 0.5}, {'kind': 'rotation', 'labels': 'per-epoch'}],"
                        + " 'epochs': ['2ep'], 'levels': 0");

        assertThat(trials)
                .extracting(trial -> trial.role().family())
                .contains("random-labels-0.5", "rotation-per-epoch");
    }

    @Test
    void sparse_pretraining_takes_the_mask_of_the_chain_in_three_ways() {
        List<PlannedTrial> trials =
                expand("sparse-pretraining", BLUR + ", 'levels': 2, 'rewind': ['0it'], 'maskRewind': '500it'");

        PlannedTrial giver = the(trials, new TrialRole(1, 1, "500it"));
        var pruned = new MaskSource.Pruned(giver.id(), Pruning.DEFAULT);
        PlannedTrial imp = the(trials, new TrialRole(1, 2, null, "pretraining", "blur 10ep imp"));
        PlannedTrial reinitialised = the(trials, new TrialRole(1, 2, null, "pretraining", "blur 10ep reinitialised"));
        PlannedTrial random = the(trials, new TrialRole(1, 2, null, "pretraining", "blur 10ep random"));
        assertThat(imp.spec().mask()).isEqualTo(pruned);
        assertThat(imp.spec().perturbation()).isNull();
        assertThat(reinitialised.spec().mask()).isEqualTo(pruned);
        assertThat(reinitialised.spec().perturbation()).isEqualTo(new Perturbation("redrawn", 0));
        assertThat(random.spec().mask()).isEqualTo(new MaskSource.Shuffled(pruned));
    }

    @Test
    void after_sparse_pretraining_the_main_task_goes_on_with_the_mask() {
        List<PlannedTrial> trials =
                expand("sparse-pretraining", BLUR + ", 'levels': 1, 'rewind': ['0it'], 'maskRewind': '500it'");

        PlannedTrial pretraining = the(trials, new TrialRole(1, 1, null, "pretraining", "blur 10ep reinitialised"));
        PlannedTrial main = the(trials, new TrialRole(1, 1, null, "blur", "10ep reinitialised"));
        assertThat(main.spec().mask()).isEqualTo(pretraining.spec().mask());
        assertThat(main.spec().perturbation()).isNull();
        assertThat(main.spec().task()).isNull();
        assertThat(main.spec().start().parents()).containsExactly(pretraining.id());
    }

    @Test
    void a_mask_comes_from_its_givers_own_end_though_pretraining_ends_earlier() {
        List<PlannedTrial> trials = expand("sparse-pretraining", BLUR + ", 'levels': 1");

        PlannedTrial pretraining = the(trials, new TrialRole(1, 1, null, "pretraining", "blur 10ep imp"));
        assertThat(pretraining.spec().endIteration()).isEqualTo(10 * PER_EPOCH);
        assertThat(pretraining.dependencies())
                .containsExactly(new Dependency(
                        pretraining.id(), the(trials, new TrialRole(1, 0, null)).id(), END));
    }

    private static List<PlannedTrial> expand(String recipe, String further) {
        return Expansion.of(Requests.of(recipe, "1", further), 20_000);
    }
}
