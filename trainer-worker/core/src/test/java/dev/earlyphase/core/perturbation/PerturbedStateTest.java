package dev.earlyphase.core.perturbation;

import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import dev.earlyphase.contracts.catalog.DataSetName;
import dev.earlyphase.contracts.catalog.NetworkName;
import dev.earlyphase.contracts.error.DomainException.Invalid;
import dev.earlyphase.contracts.event.TelemetryBatch.Measurement;
import dev.earlyphase.contracts.trial.Moment;
import dev.earlyphase.contracts.trial.Perturbation;
import dev.earlyphase.contracts.trial.Training;
import dev.earlyphase.contracts.trial.TrialSpec;
import dev.earlyphase.contracts.trial.UsualTraining;
import dev.earlyphase.core.initialisation.InitialState;
import dev.earlyphase.core.network.Network;
import dev.earlyphase.core.network.Networks;
import dev.earlyphase.core.network.Parameter;
import dev.earlyphase.weights.Mask;
import dev.earlyphase.weights.Tensor;
import dev.earlyphase.weights.Tensors;
import dev.earlyphase.weights.pruning.GlobalMagnitude;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.withinPercentage;

class PerturbedStateTest {
    private static final Network RESNET = Networks.build(NetworkName.RESNET_20, DataSetName.CIFAR_10);
    private static final TrialSpec SPEC = spec(1);
    private static final Tensors INITIAL = InitialState.draw(RESNET, SPEC.initialisation(), SPEC.seed());

    @ParameterizedTest
    @CsvSource({"0.5, 0.0383", "1, 0.0766", "2, 0.1532", "3, 0.2298"})
    void noise_moves_the_dense_initialisation_by_its_scale_in_initial_deviations(double scale, double expected) {
        PerturbedState perturbed = perturb("noise:" + scale, dense(), INITIAL);

        assertThat(deviation(perturbed, Measurement.ALL)).isCloseTo(expected, withinPercentage(1));
    }

    @Test
    void each_layer_moves_by_its_own_initial_deviation() {
        PerturbedState perturbed = perturb("noise:1", dense(), INITIAL);

        assertThat(deviation(perturbed, "blocks.1.conv1.weight")).isCloseTo(0.1179, withinPercentage(5));
        assertThat(deviation(perturbed, "blocks.8.conv2.weight")).isCloseTo(0.0589, withinPercentage(2));
        assertThat(perturbed.deviations()).hasSize(1 + RESNET.prunable().size());
    }

    @Test
    void a_global_shuffle_moves_the_weights_by_the_root_of_two_of_their_deviation() {
        PerturbedState perturbed = perturb("shuffle-global", dense(), INITIAL);

        assertThat(deviation(perturbed, Measurement.ALL)).isCloseTo(Math.sqrt(2) * 0.0766, withinPercentage(1));
    }

    @Test
    void pruned_weights_stay_zero_and_survivors_change() {
        Mask mask = new GlobalMagnitude(0.5).prune(prunable(), dense()).mask();
        Tensors begin = mask.apply(INITIAL);

        Tensors after = perturb("noise:1", mask, begin).state();

        assertThat(mask.apply(after)).isEqualTo(after);
        assertThat(after.get("fc.bias")).isEqualTo(begin.get("fc.bias"));
        assertThat(after.get("bn.weight")).isEqualTo(begin.get("bn.weight"));
        assertThat(mask.survivors("conv.weight").stream())
                .allMatch(i -> after.get("conv.weight").values()[i]
                        != begin.get("conv.weight").values()[i]);
    }

    @Test
    void equal_seeds_perturb_alike_and_others_do_not() {
        Tensors once = perturb("noise:1", dense(), INITIAL).state();

        assertThat(perturb("noise:1", dense(), INITIAL).state()).isEqualTo(once);
        assertThat(PerturbedState.of(Perturbation.parse("noise:1"), spec(2), RESNET, dense(), INITIAL, INITIAL)
                        .state())
                .isNotEqualTo(once);
    }

    @Test
    void an_unknown_perturbation_is_refused_with_those_there_are() {
        assertThatThrownBy(() -> perturb("melt", dense(), INITIAL))
                .isInstanceOf(Invalid.class)
                .hasMessageStartingWith("perturbation: got melt; allowed: one of magnitudes-of-initialisation, ")
                .hasMessageContaining("noise");
    }

    @ParameterizedTest
    @CsvSource({"noise, noise with its scale", "shuffle-layer:2, shuffle-layer"})
    void a_scale_where_there_is_none_and_none_where_one_is_needed_are_refused(String perturbation, String allowed) {
        assertThatThrownBy(() -> perturb(perturbation, dense(), INITIAL))
                .isInstanceOf(Invalid.class)
                .hasMessageStartingWith("perturbation: got " + perturbation + "; allowed: " + allowed);
    }

    private static PerturbedState perturb(String perturbation, Mask mask, Tensors begin) {
        return PerturbedState.of(Perturbation.parse(perturbation), SPEC, RESNET, mask, begin, INITIAL);
    }

    private static double deviation(PerturbedState perturbed, String tensor) {
        Optional<Measurement> measured = perturbed.deviations().stream()
                .filter(measurement -> measurement.tensor().equals(tensor))
                .findFirst();
        return measured.orElseThrow().values().getFirst();
    }

    private static Mask dense() {
        return Mask.dense(prunable());
    }

    private static Tensors prunable() {
        return Tensors.of(RESNET.prunable().stream()
                .map(Parameter::name)
                .map(INITIAL::get)
                .toArray(Tensor[]::new));
    }

    private static TrialSpec spec(long seed) {
        Training usual = UsualTraining.of(NetworkName.RESNET_20);
        Training training = new Training(
                Moment.ofIterations(10), 128, 0.1, 0.9, 1e-4, List.of(), 0.1, usual.warmup(), true, null, null);
        return new TrialSpec(NetworkName.RESNET_20, DataSetName.CIFAR_10, seed, training, null, null, null);
    }
}
