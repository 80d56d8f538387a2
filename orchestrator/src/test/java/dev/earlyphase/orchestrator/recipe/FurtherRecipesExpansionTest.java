package dev.earlyphase.orchestrator.recipe;

import java.util.List;

import org.junit.jupiter.api.Test;

import dev.earlyphase.contracts.study.TrialRole;
import dev.earlyphase.contracts.trial.MaskSource;
import dev.earlyphase.contracts.trial.Moment;
import dev.earlyphase.contracts.trial.Perturbation;
import dev.earlyphase.contracts.trial.Start;
import dev.earlyphase.contracts.trial.Task;
import dev.earlyphase.contracts.trial.TrialId;
import dev.earlyphase.contracts.trial.TrialSpec;
import dev.earlyphase.orchestrator.recipe.PlannedTrial.Dependency;
import dev.earlyphase.orchestrator.support.Requests;

import static dev.earlyphase.orchestrator.recipe.PerturbedRunsExpansionTest.the;
import static org.assertj.core.api.Assertions.assertThat;

/** The recipes beyond the paper. */
class FurtherRecipesExpansionTest {
    private static final int END = 40 * 469;

    @Test
    void children_part_from_the_dense_run_with_their_momentum_and_see_other_orders() {
        List<PlannedTrial> trials = expand("linear-connectivity", "7", "'rewind': ['0it', '500it'], 'orders': 3");

        TrialId dense = the(trials, new TrialRole(7, 0, null)).id();
        TrialSpec fromTheBegin =
                the(trials, new TrialRole(7, 0, "0it", "child", "1")).spec();
        TrialSpec second =
                the(trials, new TrialRole(7, 0, "500it", "child", "2")).spec();
        assertThat(fromTheBegin.start()).isEqualTo(new Start.Initialisation());
        assertThat(fromTheBegin.orderSeed()).isEqualTo(7_000_022);
        assertThat(second.start())
                .isEqualTo(new Start.Rewound(dense, Moment.ofIterations(500), Start.Momentum.RESTORED, null, null));
        assertThat(second.orderSeed()).isEqualTo(7_000_023);
    }

    @Test
    void a_line_joins_each_two_children_the_dense_run_being_the_first() {
        List<PlannedTrial> trials =
                expand("linear-connectivity", "1", "'rewind': ['500it'], 'orders': 3, 'points': 11, 'examples': 640");

        TrialId dense = the(trials, new TrialRole(1, 0, null)).id();
        TrialId second = the(trials, new TrialRole(1, 0, "500it", "child", "2")).id();
        PlannedTrial line = the(trials, new TrialRole(1, 0, "500it", "line", "0-2"));
        assertThat(line.spec().start()).isEqualTo(new Start.Between(dense, second, 11, 640));
        assertThat(line.dependencies())
                .containsExactlyInAnyOrder(
                        new Dependency(line.id(), dense, END), new Dependency(line.id(), second, END));
        assertThat(line.iterations()).isZero();
        assertThat(line.checkpoints()).isEmpty();
        assertThat(trials)
                .extracting(trial -> trial.role().variant())
                .containsExactly(null, "1", "2", "0-1", "0-2", "1-2");
    }

    @Test
    void what_recovers_from_a_deficit_parts_from_the_one_run_that_keeps_it() {
        List<PlannedTrial> trials = expand("critical-period", "1", "'from': '2ep', 'until': ['4ep', '1000it', '40ep']");

        TrialId dense = the(trials, new TrialRole(1, 0, null)).id();
        PlannedTrial deficit = the(trials, new TrialRole(1, 0, null, "deficit", END + "it"));
        PlannedTrial recovered = the(trials, new TrialRole(1, 0, null, "recovered", "1000it"));
        assertThat(deficit.spec().task()).isEqualTo(new Task("blur"));
        assertThat(deficit.spec().start())
                .isEqualTo(new Start.Rewound(
                        dense, Moment.ofEpochs(2).inIterations(469), Start.Momentum.RESTORED, null, null));
        assertThat(deficit.observations().checkpoints()).containsExactly(1_000, 4 * 469);
        assertThat(recovered.spec().task()).isNull();
        assertThat(recovered.spec().beginIteration()).isEqualTo(1_000);
        assertThat(recovered.spec().start().parents()).containsExactly(deficit.id());
        assertThat(trials).hasSize(4);
    }

    @Test
    void deficits_end_at_six_moments_of_equal_distance_unless_told_otherwise() {
        List<PlannedTrial> trials = expand("critical-period", "1", "'training': {'end': '700it'}");

        assertThat(trials)
                .filteredOn(trial -> "recovered".equals(trial.role().family()))
                .extracting(trial -> trial.role().variant())
                .containsExactly("100it", "200it", "300it", "400it", "500it", "600it");
        assertThat(trials).allSatisfy(trial -> assertThat(trial.observations().probes())
                .singleElement()
                .satisfies(probe -> assertThat(probe.kind()).isEqualTo("fisher")));
    }

    @Test
    void each_rule_is_trained_as_found_and_in_two_sanity_checks() {
        List<PlannedTrial> trials = expand(
                "pruning-at-initialisation",
                "1",
                "'rules': ['snip'], 'densities': [0.5, 0.2], 'rewind': ['500it'], 'outputLayer': true");

        var mask = new MaskSource.Scored("snip", 0.2, true);
        TrialSpec found =
                the(trials, new TrialRole(1, 2, "500it", "snip", "as-found")).spec();
        TrialSpec shuffled =
                the(trials, new TrialRole(1, 2, "500it", "snip", "shuffled")).spec();
        TrialSpec redrawn =
                the(trials, new TrialRole(1, 2, "500it", "snip", "redrawn")).spec();
        assertThat(found.mask()).isEqualTo(mask);
        assertThat(found.beginIteration()).isEqualTo(500);
        assertThat(shuffled.mask()).isEqualTo(new MaskSource.Shuffled(mask));
        assertThat(redrawn.mask()).isEqualTo(mask);
        assertThat(redrawn.perturbation()).isEqualTo(new Perturbation("redrawn", 0));
        assertThat(trials).hasSize(1 + 2 * 3);
    }

    private static List<PlannedTrial> expand(String recipe, String seeds, String further) {
        return Expansion.of(Requests.of(recipe, seeds, further), 20_000);
    }
}
