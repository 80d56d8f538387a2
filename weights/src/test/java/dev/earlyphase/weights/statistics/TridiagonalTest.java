package dev.earlyphase.weights.statistics;

import java.util.Arrays;
import java.util.Random;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

class TridiagonalTest {

    @Property(tries = 200)
    void a_reflected_diagonal_matrix_keeps_its_entries_as_eigenvalues(
            @ForAll @IntRange(min = 1, max = 40) int size, @ForAll long seed) {
        Tridiagonal eigenvalues = Tridiagonal.of(reflected(size, new Random(seed)));

        assertThat(eigenvalues.largest()).isCloseTo(size, within(1e-12 * size));
        for (int i = 1; i <= size; i++) {
            assertThat(eigenvalues.below(i - 0.5)).isEqualTo(i - 1);
        }
    }

    @Test
    void a_matrix_of_ones_has_one_eigenvalue_and_else_zeros() {
        var ones = new double[5][5];
        for (double[] row : ones) {
            Arrays.fill(row, 1);
        }

        Tridiagonal eigenvalues = Tridiagonal.of(ones);

        assertThat(eigenvalues.largest()).isCloseTo(5, within(1e-12));
        assertThat(eigenvalues.below(1e-9)).isEqualTo(4);
        assertThat(eigenvalues.below(-1e-9)).isZero();
    }

    /** The matrix HDH of D = diag(1, ..., size) and a reflection H = 1 - 2uu' at a random direction. */
    private static double[][] reflected(int size, Random random) {
        double[] u = random.doubles(size, 0.1, 1).toArray();
        double length = Math.sqrt(Arrays.stream(u).map(x -> x * x).sum());
        var reflection = new double[size][size];
        for (int i = 0; i < size; i++) {
            for (int j = 0; j < size; j++) {
                reflection[i][j] = (i == j ? 1 : 0) - 2 * u[i] * u[j] / (length * length);
            }
        }
        var product = new double[size][size];
        for (int i = 0; i < size; i++) {
            for (int j = 0; j < size; j++) {
                for (int k = 0; k < size; k++) {
                    product[i][j] += reflection[i][k] * (k + 1) * reflection[k][j];
                }
            }
        }
        return product;
    }
}
