package dev.earlyphase.orchestrator.recipe;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

import org.junit.jupiter.api.Test;

import dev.earlyphase.contracts.catalog.DataSetName;
import dev.earlyphase.contracts.catalog.NetworkName;
import dev.earlyphase.contracts.error.DomainException.TooLarge;
import dev.earlyphase.contracts.study.ImpRewinding;
import dev.earlyphase.contracts.study.Observe;
import dev.earlyphase.contracts.study.TrialRole;
import dev.earlyphase.contracts.trial.MaskSource;
import dev.earlyphase.contracts.trial.Moment;
import dev.earlyphase.contracts.trial.Start;
import dev.earlyphase.contracts.trial.TrialId;
import dev.earlyphase.orchestrator.recipe.PlannedTrial.Dependency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class ImpRewindingExpansionTest {
    private static final int PER_EPOCH = 469;

    @Test
    void a_study_has_a_dense_run_for_each_seed_and_a_chain_for_each_rewinding_point() {
        List<PlannedTrial> trials = expand(study(List.of(1L, 2L), List.of("0it", "200it"), 5));

        assertThat(trials).hasSize(2 * (1 + 2 * 5));
        assertThat(trials).extracting(PlannedTrial::id).doesNotHaveDuplicates();
    }

    @Test
    void trials_are_ordered_by_level_seed_and_rewinding_point() {
        List<PlannedTrial> trials = expand(study(List.of(7L, 3L), List.of("200it", "0it"), 1));

        assertThat(trials)
                .extracting(PlannedTrial::role)
                .containsExactly(
                        new TrialRole(7, 0, null),
                        new TrialRole(3, 0, null),
                        new TrialRole(7, 1, "200it"),
                        new TrialRole(7, 1, "0it"),
                        new TrialRole(3, 1, "200it"),
                        new TrialRole(3, 1, "0it"));
    }

    @Test
    void parents_come_before_their_children() {
        Set<TrialId> before = new HashSet<>();

        for (PlannedTrial trial : expand(study(List.of(1L, 2L), List.of("0it", "1ep"), 3))) {
            assertThat(before).containsAll(trial.spec().parents());
            before.add(trial.id());
        }
    }

    @Test
    void a_level_is_pruned_by_the_end_of_the_one_before_and_rewound_into_the_dense_run() {
        List<PlannedTrial> trials = expand(study(List.of(1L), List.of("1ep"), 2));

        PlannedTrial dense = trials.get(0);
        PlannedTrial first = trials.get(1);
        PlannedTrial second = trials.get(2);
        assertThat(second.spec().mask())
                .isInstanceOfSatisfying(MaskSource.Pruned.class, mask -> assertThat(mask.trial())
                        .isEqualTo(first.id()));
        assertThat(second.spec().start()).isInstanceOfSatisfying(Start.Rewound.class, start -> {
            assertThat(start.trial()).isEqualTo(dense.id());
            assertThat(start.moment()).isEqualTo(Moment.ofIterations(PER_EPOCH));
        });
        assertThat(second.dependencies())
                .containsExactlyInAnyOrder(
                        new Dependency(second.id(), dense.id(), 0),
                        new Dependency(second.id(), dense.id(), PER_EPOCH),
                        new Dependency(second.id(), first.id(), 40 * PER_EPOCH));
    }

    @Test
    void rewinding_to_the_beginning_is_starting_anew() {
        PlannedTrial pruned = expand(study(List.of(1L), List.of("0it"), 1)).get(1);

        assertThat(pruned.spec().start()).isEqualTo(new Start.Initialisation());
        assertThat(pruned.dependencies()).hasSize(1);
    }

    @Test
    void the_dense_run_is_the_same_whatever_the_rewinding_points() {
        PlannedTrial one = expand(study(List.of(1L), List.of("100it"), 1)).getFirst();
        PlannedTrial other =
                expand(study(List.of(1L), List.of("0it", "200it"), 3)).getFirst();

        assertThat(one.id()).isEqualTo(other.id());
        assertThat(one.observations().checkpoints()).containsExactly(100);
        assertThat(other.observations().checkpoints()).containsExactly(200);
    }

    @Test
    void the_options_of_rewinding_reach_every_start() {
        var study = new ImpRewinding(
                null,
                null,
                NetworkName.CONV_2,
                DataSetName.CIFAR_10,
                List.of(1L),
                List.of(Moment.ofIterations(5)),
                1,
                null,
                null,
                null,
                Start.Momentum.RESTORED,
                Start.BatchNorm.RESET,
                Start.Schedule.RESTARTED,
                null,
                null);

        PlannedTrial pruned = expand(study).get(1);

        assertThat(pruned.spec().start())
                .isEqualTo(new Start.Rewound(
                        pruned.spec().parents().getFirst(),
                        Moment.ofIterations(5),
                        Start.Momentum.RESTORED,
                        Start.BatchNorm.RESET,
                        Start.Schedule.RESTARTED));
    }

    @Test
    void observations_count_in_iterations_and_lie_inside_the_trial() {
        var observe = new Observe(
                List.of(Moment.START, Moment.ofEpochs(1), Moment.ofEpochs(2), Moment.ofEpochs(40)),
                null,
                Moment.ofEpochs(3),
                7,
                null,
                null,
                null);

        List<PlannedTrial> trials = expand(study(List.of(1L), List.of("1ep"), 1, observe));

        assertThat(trials.get(0).observations().checkpoints()).containsExactly(PER_EPOCH, 2 * PER_EPOCH);
        assertThat(trials.get(1).observations().checkpoints()).containsExactly(2 * PER_EPOCH);
        assertThat(trials.get(1).observations().telemetryUntil()).isEqualTo(3 * PER_EPOCH);
        assertThat(trials.get(1).observations().telemetryEvery()).isEqualTo(7);
        assertThat(trials.get(1).observations().evaluateEvery()).isEqualTo(PER_EPOCH);
        assertThat(trials.get(1).checkpoints()).containsExactly(PER_EPOCH, 2 * PER_EPOCH, 40 * PER_EPOCH);
    }

    @Test
    void more_trials_than_the_maximum_are_refused_before_any_is_made() {
        var study = study(List.of(1L, 2L), List.of("0it", "1it", "2it"), 100);

        assertThatThrownBy(() -> Expansion.of(study, 601))
                .isInstanceOf(TooLarge.class)
                .hasMessageContaining("602 trials")
                .hasMessageContaining("at most 601");
    }

    private static List<PlannedTrial> expand(ImpRewinding study) {
        return Expansion.of(study, 20_000);
    }

    private static ImpRewinding study(List<Long> seeds, List<String> rewind, int levels) {
        return study(seeds, rewind, levels, null);
    }

    private static ImpRewinding study(List<Long> seeds, List<String> rewind, int levels, Observe observe) {
        return new ImpRewinding(
                null,
                null,
                NetworkName.LENET_300_100,
                DataSetName.MNIST,
                seeds,
                rewind.stream().map(Moment::parse).toList(),
                levels,
                null,
                null,
                null,
                null,
                null,
                null,
                observe,
                null);
    }
}
