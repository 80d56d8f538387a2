package dev.earlyphase.core.gradient;

import java.util.Arrays;
import java.util.BitSet;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import dev.earlyphase.core.engine.Session;
import dev.earlyphase.core.network.Network;
import dev.earlyphase.weights.Mask;
import dev.earlyphase.weights.Shape;
import dev.earlyphase.weights.Tensors;

import static dev.earlyphase.core.gradient.Factorial.IMAGES;
import static dev.earlyphase.core.gradient.Factorial.LINEAR;
import static dev.earlyphase.core.gradient.LinearSoftmax.SIZE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

class HessianTest {
    private static final int[] ALL = IntStream.range(0, IMAGES).toArray();

    @Test
    void the_gradient_of_a_linear_network_is_the_mean_of_residual_times_input() {
        Tensors state = Factorial.random(LINEAR, 0.2, 1);

        float[] gradient = gradient(state, Optional.empty());

        double[] expected = LinearSoftmax.gradient(state);
        for (int i = 0; i < SIZE; i++) {
            assertThat((double) gradient[i]).as("parameter %d", i).isCloseTo(expected[i], within(1e-6));
        }
    }

    @Test
    void the_hessian_of_a_linear_network_is_that_of_the_softmax() {
        Tensors state = Factorial.random(LINEAR, 0.2, 1);
        double[][] expected = LinearSoftmax.hessian(state);

        for (int column = 0; column < SIZE; column++) {
            float[] unit = new float[SIZE];
            unit[column] = 1;

            float[] product = product(state, Optional.empty(), unit);

            for (int row = 0; row < SIZE; row++) {
                assertThat((double) product[row])
                        .as("row %d of column %d", row, column)
                        .isCloseTo(expected[row][column], within(1e-2));
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
        return new Hessian(at(state, mask, IMAGES), Hessian.USUAL_STEP).times(vector);
    }

    private static MeanGradient at(Tensors state, Optional<Mask> mask, int batchSize) {
        Network network = LINEAR;
        Subject subject = Factorial.subject(network, batchSize);
        Session session = subject.open(batchSize);
        return new MeanGradient(session, Weights.of(network, state, mask), subject.batches(ALL, batchSize));
    }

    private static BitSet bits(int... set) {
        var bits = new BitSet();
        Arrays.stream(set).forEach(bits::set);
        return bits;
    }
}
