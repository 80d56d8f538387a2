package dev.earlyphase.core.gradient;

import java.util.Arrays;
import java.util.BitSet;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

import dev.earlyphase.core.engine.Session;
import dev.earlyphase.core.network.Network;
import dev.earlyphase.weights.Mask;
import dev.earlyphase.weights.Shape;
import dev.earlyphase.weights.Tensors;
import org.junit.jupiter.api.Test;

import static dev.earlyphase.core.gradient.Factorial.IMAGES;
import static dev.earlyphase.core.gradient.Factorial.LINEAR;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

class HessianTest {
    private static final int[] ALL = IntStream.range(0, IMAGES).toArray();

    /** Trainable parameters of the linear network: eight weights, two biases. */
    private static final int SIZE = 10;

    @Test
    void the_gradient_of_a_linear_network_is_the_mean_of_residual_times_input() {
        Tensors state = Factorial.random(LINEAR, 0.2, 1);

        float[] gradient = gradient(state, Optional.empty());

        for (int i = 0; i < SIZE; i++) {
            double expected = 0;
            for (int image = 0; image < IMAGES; image++) {
                double residual =
                        probability(state, image, output(i)) - (Factorial.label(image) == output(i) ? 1 : 0);
                expected += residual * input(image, i) / IMAGES;
            }
            assertThat((double) gradient[i]).as("parameter %d", i).isCloseTo(expected, within(1e-6));
        }
    }

    @Test
    void the_hessian_of_a_linear_network_is_that_of_the_softmax() {
        Tensors state = Factorial.random(LINEAR, 0.2, 1);

        for (int column = 0; column < SIZE; column++) {
            float[] unit = new float[SIZE];
            unit[column] = 1;

            float[] product = product(state, Optional.empty(), unit);

            for (int row = 0; row < SIZE; row++) {
                assertThat((double) product[row])
                        .as("row %d of column %d", row, column)
                        .isCloseTo(second(state, row, column), within(2e-3));
            }
        }
    }

    @Test
    void pruned_weights_have_neither_gradient_nor_curvature() {
        Mask mask = Mask.of(Map.of("fc.weight", bits(0, 5)), Map.of("fc.weight", Shape.of(2, 4)));
        float[] direction = new float[SIZE];
        direction[0] = 1;

        float[] product = product(Factorial.filled(LINEAR, 0.1f), Optional.of(mask), direction);

        for (int pruned : new int[] {1, 2, 3, 4, 6, 7}) {
            assertThat(product[pruned]).isZero();
        }
        assertThat(product[0]).isPositive();
    }

    @Test
    void batches_of_unequal_sizes_weigh_as_many_images_as_they_have() {
        Tensors state = Factorial.random(LINEAR, 0.2, 1);

        float[] together = gradient(state, Optional.empty());

        assertThat(gradient(state, 5)).containsExactly(together, within(1e-6f));
    }

    private static float[] gradient(Tensors state, Optional<Mask> mask) {
        return at(state, mask, IMAGES).here();
    }

    private static float[] gradient(Tensors state, int batchSize) {
        return at(state, Optional.empty(), batchSize).here();
    }

    private static float[] product(Tensors state, Optional<Mask> mask, float[] vector) {
        return new Hessian(at(state, mask, IMAGES)).times(vector);
    }

    private static MeanGradient at(Tensors state, Optional<Mask> mask, int batchSize) {
        Network network = LINEAR;
        Subject subject = Factorial.subject(network, batchSize);
        Session session = subject.open(batchSize);
        return new MeanGradient(session, Weights.of(network, state, mask), subject.batches(ALL, batchSize));
    }

    /** ∂²L / ∂(output a, input i) ∂(output b, input j) = mean of (p_a δ_ab − p_a p_b) x_i x_j. */
    private static double second(Tensors state, int one, int other) {
        double sum = 0;
        for (int image = 0; image < IMAGES; image++) {
            double a = probability(state, image, output(one));
            double b = probability(state, image, output(other));
            double variance = (output(one) == output(other) ? a : 0) - a * b;
            sum += variance * input(image, one) * input(image, other) / IMAGES;
        }
        return sum;
    }

    private static int output(int parameter) {
        return parameter < 8 ? parameter / 4 : parameter - 8;
    }

    private static double input(int image, int parameter) {
        return parameter < 8 ? Factorial.value(image, parameter % 4) : 1;
    }

    private static double probability(Tensors state, int image, int output) {
        double[] logits = new double[2];
        for (int i = 0; i < SIZE; i++) {
            float value = i < 8
                    ? state.get("fc.weight").values()[i]
                    : state.get("fc.bias").values()[i - 8];
            logits[output(i)] += value * input(image, i);
        }
        return Math.exp(logits[output])
                / Arrays.stream(logits).map(Math::exp).sum();
    }

    private static BitSet bits(int... set) {
        var bits = new BitSet();
        Arrays.stream(set).forEach(bits::set);
        return bits;
    }
}
