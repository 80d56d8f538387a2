package dev.earlyphase.core.pruning;

import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import dev.earlyphase.contracts.error.DomainException.Invalid;
import dev.earlyphase.contracts.trial.Initialisation;
import dev.earlyphase.contracts.trial.MaskSource;
import dev.earlyphase.core.gradient.Factorial;
import dev.earlyphase.core.gradient.LinearSoftmax;
import dev.earlyphase.core.gradient.Subject;
import dev.earlyphase.core.initialisation.InitialState;
import dev.earlyphase.core.network.Network;
import dev.earlyphase.core.reference.ReferenceEngine;
import dev.earlyphase.core.task.Lesson;
import dev.earlyphase.core.training.SmallTrials;
import dev.earlyphase.weights.Mask;
import dev.earlyphase.weights.Tensors;

import static dev.earlyphase.core.gradient.Factorial.LINEAR;
import static dev.earlyphase.core.gradient.LinearSoftmax.WEIGHTS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

class StartPruningsTest {
    private static final Network SMALL = SmallTrials.NETWORK;
    private static final long PRUNABLE = 784 * 16 + 16 * 10;
    private static final Tensors STATE = Factorial.random(LINEAR, 0.3, 1);

    @ParameterizedTest
    @ValueSource(strings = {"random", "snip", "grasp", "synflow"})
    void exactly_the_density_survives_rounded_half_up(String rule) {
        for (double density : List.of(1.0, 0.5, 0.1678, 0.01)) {
            Mask mask = mask(rule, density, 1);

            assertThat(mask.survivors()).as("%s", density).isEqualTo(Math.round(density * PRUNABLE));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"random", "snip", "grasp", "synflow"})
    void one_seed_gives_one_mask(String rule) {
        assertThat(mask(rule, 0.1, 1)).isEqualTo(mask(rule, 0.1, 1));
    }

    @Test
    void a_random_choice_thins_out_all_layers_alike_and_differs_between_seeds() {
        Mask mask = mask("random", 0.2, 1);

        assertThat(mask.density("fc_layers.0.weight")).isCloseTo(0.2, within(0.01));
        assertThat(mask.density("fc.weight")).isCloseTo(0.2, within(0.1));
        assertThat(mask).isNotEqualTo(mask("random", 0.2, 2));
    }

    @Test
    void snip_keeps_the_weights_whose_product_with_their_gradient_is_largest() {
        double[] gradient = LinearSoftmax.gradient(STATE);

        BitSet survivors = kept("snip", 3);

        assertThat(survivors).isEqualTo(highest(3, i -> Math.abs(gradient[i] * weight(i))));
    }

    @Test
    void grasp_keeps_the_weights_without_which_the_gradient_flow_would_lose_most() {
        double[] gradient = LinearSoftmax.gradient(STATE);
        double[][] hessian = LinearSoftmax.hessian(STATE);

        BitSet survivors = kept("grasp", 3);

        assertThat(survivors).isEqualTo(highest(3, i -> IntStream.range(0, WEIGHTS)
                .mapToDouble(j -> weight(i) * hessian[i][j] * gradient[j])
                .sum()));
    }

    @Test
    void a_rule_that_does_not_exist_is_refused_with_those_that_do() {
        assertThatThrownBy(() -> StartPrunings.check("snap"))
                .isInstanceOf(Invalid.class)
                .hasMessageContaining("snap")
                .hasMessageContaining("random, snip, grasp, synflow");
    }

    private static Mask mask(String rule, double density, long seed) {
        var subject = new Subject(new ReferenceEngine(), SMALL, Lesson.of(SmallTrials.DATA), SmallTrials.BATCH, seed);
        Tensors state = InitialState.draw(SMALL, Initialisation.ONES, 7);
        return StartPrunings.prune(new MaskSource.Scored(rule, density, null), subject, state)
                .mask();
    }

    /** Survivors of the linear network's weights. */
    private static BitSet kept(String rule, int count) {
        var scored = new MaskSource.Scored(rule, (double) count / WEIGHTS, null);
        return StartPrunings.prune(scored, Factorial.subject(LINEAR, 8), STATE)
                .mask()
                .survivors("fc.weight");
    }

    private static double weight(int index) {
        return STATE.get("fc.weight").values()[index];
    }

    private static BitSet highest(int count, IntToDoubleFunction score) {
        var bits = new BitSet();
        IntStream.range(0, WEIGHTS)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> -score.applyAsDouble(i)))
                .limit(count)
                .forEach(bits::set);
        return bits;
    }
}
