package dev.earlyphase.core.spectrum;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * What Lanczos' algorithm finds out about a symmetric operator A: an orthonormal basis Q of the space spanned by v, Av,
 * A²v, …, and the tridiagonal QᵀAQ, whose largest eigenvalues approach those of A.
 */
public final class KrylovSpace {
    /** A remainder this much smaller than the operator is nothing but rounding in single precision. */
    private static final double ROUNDING = 1e-7;

    private final List<float[]> basis = new ArrayList<>();
    private final List<Double> diagonal = new ArrayList<>();
    private final List<Double> besideDiagonal = new ArrayList<>();
    private final Eigen eigen;

    private KrylovSpace(SymmetricOperator operator, float[] start, int steps) {
        float[] next = Vectors.scaled(start, 1 / Vectors.norm(start));
        double size = 0;
        while (true) {
            basis.add(next);
            float[] product = operator.times(next);
            double along = Vectors.dot(next, product);
            diagonal.add(along);
            orthogonalise(product);
            double remainder = Vectors.norm(product);
            size = Math.max(size, Math.abs(along) + remainder);
            if (basis.size() == steps || !(remainder > ROUNDING * size)) {
                break;
            }
            besideDiagonal.add(remainder);
            next = Vectors.scaled(product, 1 / remainder);
        }
        this.eigen = Eigen.of(tridiagonal());
    }

    /**
     * Lanczos with full re-orthogonalisation (Golub and Van Loan, "Matrix Computations", section 10.3): each product is
     * orthogonalised against the whole basis, twice, so that no eigenvalue is found again and again.
     *
     * @param start any vector but zero; what is orthogonal to it may be overlooked
     * @param steps products to take, 1 or more; fewer are taken where they span all that can be reached
     */
    public static KrylovSpace of(SymmetricOperator operator, float[] start, int steps) {
        return new KrylovSpace(operator, start, steps);
    }

    /** The {@code count} largest eigenvalues found, descending; fewer where the space is smaller; NaN where a product was not finite. */
    public double[] largest(int count) {
        return Arrays.copyOf(eigen.values(), Math.min(count, basis.size()));
    }

    /**
     * The share |P v|² / |v|² of a vector in the span of the eigenvectors of the {@code count} largest eigenvalues
     * (Gur-Ari et al. 2018: f_top of the gradient); NaN for the zero vector.
     */
    public double share(float[] vector, int count) {
        double[] coordinates =
                basis.stream().mapToDouble(v -> Vectors.dot(v, vector)).toArray();
        double inside = 0;
        for (int k = 0; k < Math.min(count, basis.size()); k++) {
            double projection = 0;
            for (int i = 0; i < coordinates.length; i++) {
                projection += eigen.vectors()[k][i] * coordinates[i];
            }
            inside += projection * projection;
        }
        return inside / Vectors.squares(vector);
    }

    private void orthogonalise(float[] vector) {
        for (int pass = 0; pass < 2; pass++) {
            for (float[] direction : basis) {
                double along = Vectors.dot(direction, vector);
                for (int i = 0; i < vector.length; i++) {
                    vector[i] = (float) (vector[i] - along * direction[i]);
                }
            }
        }
    }

    private double[][] tridiagonal() {
        double[][] matrix = new double[basis.size()][basis.size()];
        for (int i = 0; i < matrix.length; i++) {
            matrix[i][i] = diagonal.get(i);
            if (i > 0) {
                matrix[i][i - 1] = besideDiagonal.get(i - 1);
                matrix[i - 1][i] = besideDiagonal.get(i - 1);
            }
        }
        return matrix;
    }
}
