package dev.earlyphase.orchestrator.recipe;

import java.util.List;

import org.junit.jupiter.api.Test;

import dev.earlyphase.contracts.study.TrialRole;
import dev.earlyphase.contracts.trial.MaskSource;
import dev.earlyphase.contracts.trial.Perturbation;
import dev.earlyphase.contracts.trial.Start;
import dev.earlyphase.orchestrator.support.Requests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

class PerturbedRunsExpansionTest {
    @Test
    void a_perturbed_trial_differs_from_the_unchanged_one_of_its_level_in_the_perturbation_alone() {
        List<PlannedTrial> trials = expand("noise", "'levels': 2, 'rewind': ['500it'], 'variants': ['noise:2']");

        PlannedTrial unchanged = the(trials, new TrialRole(1, 2, "500it"));
        PlannedTrial perturbed = the(trials, new TrialRole(1, 2, "500it", "noise", "noise:2"));
        assertThat(perturbed.spec())
                .usingRecursiveComparison()
                .ignoringFields("perturbation")
                .isEqualTo(unchanged.spec());
        assertThat(perturbed.spec().perturbation()).isEqualTo(new Perturbation("noise", 2));
        assertThat(perturbed.dependencies())
                .extracting(PlannedTrial.Dependency::parent, PlannedTrial.Dependency::iteration)
                .isEqualTo(unchanged.dependencies().stream()
                        .map(need -> tuple(need.parent(), need.iteration()))
                        .toList());
    }

    @Test
    void the_trunk_has_a_chain_rewound_to_0it_that_is_not_perturbed() {
        List<PlannedTrial> trials = expand("noise", "'levels': 1, 'rewind': ['500it']");

        assertThat(trials)
                .extracting(PlannedTrial::role)
                .containsExactly(
                        new TrialRole(1, 0, null),
                        new TrialRole(1, 1, "0it"),
                        new TrialRole(1, 1, "500it"),
                        new TrialRole(1, 1, "500it", "noise", "noise:0.5"),
                        new TrialRole(1, 1, "500it", "noise", "noise:1"),
                        new TrialRole(1, 1, "500it", "noise", "noise:2"),
                        new TrialRole(1, 1, "500it", "noise", "noise:3"));
    }

    @Test
    void the_dense_network_is_perturbed_where_level_0_is_asked_for() {
        List<PlannedTrial> trials =
                expand("shuffles", "'levels': 1, 'perturbedLevels': [0], 'rewind': ['500it', '0it']");

        assertThat(trials)
                .filteredOn(trial -> trial.spec().perturbation() != null)
                .hasSize(2 * 6)
                .allMatch(trial -> trial.spec().mask().equals(new MaskSource.Dense()));
        assertThat(the(trials, new TrialRole(1, 0, "0it", "shuffles", "shuffle-layer"))
                        .spec()
                        .start())
                .isEqualTo(new Start.Initialisation());
    }

    @Test
    void every_variant_belongs_to_its_figure_and_others_to_none() {
        List<PlannedTrial> trials = expand(
                "perturbations",
                "'levels': 1, 'rewind': ['5it'],"
                        + " 'variants': ['magnitudes-redrawn', 'shuffle-filter', 'noise:1', 'redrawn']");

        assertThat(trials)
                .extracting(PlannedTrial::role)
                .filteredOn(role -> role.family() != null)
                .extracting(TrialRole::family)
                .containsExactly("signs-and-magnitudes", "shuffles", "noise", "other");
    }

    private static List<PlannedTrial> expand(String recipe, String further) {
        return Expansion.of(Requests.of(recipe, "1", further), 20_000);
    }

    static PlannedTrial the(List<PlannedTrial> trials, TrialRole role) {
        return trials.stream()
                .filter(trial -> trial.role().equals(role))
                .findFirst()
                .orElseThrow();
    }
}
