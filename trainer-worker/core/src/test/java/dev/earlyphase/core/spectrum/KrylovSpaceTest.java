package dev.earlyphase.core.spectrum;

import java.util.Random;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

class KrylovSpaceTest {
    @Test
    void the_largest_eigenvalues_of_a_quadratic_are_found_long_before_all_are() {
        double[] spectrum = new double[200];
        for (int i = 0; i < spectrum.length; i++) {
            spectrum[i] = i < 3 ? 100 - 20 * i : -1 + 0.01 * i;
        }
        float[] start = normal(200, 1);

        double[] largest =
                KrylovSpace.of(reflected(spectrum, normal(200, 2)), start, 30).largest(3);

        assertThat(largest).containsExactly(new double[] {100, 80, 60}, within(1e-4));
    }

    @Test
    void no_eigenvalue_is_found_twice_however_many_steps_are_taken() {
        double[] spectrum = {1000, 5, 4, 3, 2, 1, 0, -1, -2, -3, -4, -5};

        double[] all = KrylovSpace.of(reflected(spectrum, normal(12, 2)), normal(12, 1), 12)
                .largest(12);

        assertThat(all).containsExactly(spectrum, within(1e-3));
    }

    @Test
    void a_start_that_reaches_few_directions_ends_the_search_early() {
        float[] start = {1, 1, 0, 0};

        double[] found = KrylovSpace.of(diagonal(4, 3, 2, 1), start, 4).largest(4);

        assertThat(found).containsExactly(new double[] {4, 3}, within(1e-6));
    }

    @Test
    void the_share_of_a_vector_is_that_of_its_coordinates_along_the_largest_eigenvectors() {
        KrylovSpace space = KrylovSpace.of(diagonal(7, 5, 3, 1), new float[] {1, 1, 1, 1}, 4);

        double share = space.share(new float[] {1, 2, 3, 4}, 2);

        assertThat(share).isCloseTo((1 + 4) / 30.0, within(1e-6));
    }

    @Test
    void an_operator_that_is_not_finite_has_no_eigenvalues() {
        SymmetricOperator broken = vector -> new float[] {Float.NaN, 0};

        KrylovSpace space = KrylovSpace.of(broken, new float[] {1, 1}, 2);

        assertThat(space.largest(2)).containsOnly(Double.NaN);
    }

    @Property(tries = 50)
    void eigenvalues_add_up_to_the_trace(@ForAll @IntRange(min = 1, max = 12) int size, @ForAll long seed) {
        float[] spectrum = normal(size, seed);
        double[] values = new double[size];
        double trace = 0;
        for (int i = 0; i < size; i++) {
            values[i] = spectrum[i];
            trace += spectrum[i];
        }
        SymmetricOperator operator = reflected(values, normal(size, seed + 1));

        double[] found = KrylovSpace.of(operator, normal(size, seed + 2), size).largest(size);

        double sum = 0;
        for (double value : found) {
            sum += value;
        }
        assertThat(sum).isCloseTo(trace, within(1e-4));
    }

    private static SymmetricOperator diagonal(double... spectrum) {
        return vector -> {
            float[] product = new float[vector.length];
            for (int i = 0; i < product.length; i++) {
                product[i] = (float) (spectrum[i] * vector[i]);
            }
            return product;
        };
    }

    /** The matrix RΛR with R the reflection that turns a direction around. */
    private static SymmetricOperator reflected(double[] spectrum, float[] direction) {
        SymmetricOperator diagonal = diagonal(spectrum);
        return vector -> reflect(diagonal.times(reflect(vector, direction)), direction);
    }

    private static float[] reflect(float[] vector, float[] direction) {
        double twice = 2 * Vectors.dot(vector, direction) / Vectors.squares(direction);
        return Vectors.sum(vector, -twice, direction);
    }

    private static float[] normal(int size, long seed) {
        var random = new Random(seed);
        float[] normal = new float[size];
        for (int i = 0; i < size; i++) {
            normal[i] = (float) random.nextGaussian();
        }
        return normal;
    }
}
