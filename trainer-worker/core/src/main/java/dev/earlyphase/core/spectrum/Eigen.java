package dev.earlyphase.core.spectrum;

import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * Eigenvalues of a small symmetric matrix, descending, each with its unit eigenvector.
 *
 * @param values one for each row of the matrix
 * @param vectors {@code vectors[k]} belongs to {@code values[k]}
 */
record Eigen(double[] values, double[][] vectors) {
    private static final int MOST_SWEEPS = 60;

    /** By Jacobi's rotations, cyclically (Golub and Van Loan, "Matrix Computations", section 8.5). */
    static Eigen of(double[][] symmetric) {
        int size = symmetric.length;
        double[][] matrix = new double[size][];
        double[][] vectors = new double[size][size];
        for (int i = 0; i < size; i++) {
            matrix[i] = symmetric[i].clone();
            vectors[i][i] = 1;
        }
        int sweeps = 0;
        while (sweeps < MOST_SWEEPS && sweep(matrix, vectors)) {
            sweeps++;
        }
        int[] order = IntStream.range(0, size)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> -matrix[i][i]))
                .mapToInt(Integer::intValue)
                .toArray();
        double[] sortedValues = new double[size];
        double[][] sortedVectors = new double[size][];
        for (int i = 0; i < size; i++) {
            sortedValues[i] = matrix[order[i]][order[i]];
            sortedVectors[i] = vectors[order[i]];
        }
        return new Eigen(sortedValues, sortedVectors);
    }

    /** Rotates every element beside the diagonal away once; false where none was left. */
    private static boolean sweep(double[][] matrix, double[][] vectors) {
        boolean rotated = false;
        for (int p = 0; p < matrix.length; p++) {
            for (int q = p + 1; q < matrix.length; q++) {
                double size = Math.abs(matrix[p][p]) + Math.abs(matrix[q][q]);
                if (Math.abs(matrix[p][q]) > Math.ulp(size)) {
                    rotate(matrix, vectors, p, q);
                    rotated = true;
                }
            }
        }
        return rotated;
    }

    private static void rotate(double[][] matrix, double[][] vectors, int p, int q) {
        double slope = (matrix[q][q] - matrix[p][p]) / (2 * matrix[p][q]);
        double tangent = Math.copySign(1, slope) / (Math.abs(slope) + Math.hypot(1, slope));
        double cosine = 1 / Math.hypot(1, tangent);
        double sine = tangent * cosine;
        for (double[] row : matrix) {
            double first = row[p];
            row[p] = cosine * first - sine * row[q];
            row[q] = sine * first + cosine * row[q];
        }
        turn(matrix, p, q, cosine, sine);
        turn(vectors, p, q, cosine, sine);
    }

    private static void turn(double[][] rows, int p, int q, double cosine, double sine) {
        for (int i = 0; i < rows.length; i++) {
            double first = rows[p][i];
            rows[p][i] = cosine * first - sine * rows[q][i];
            rows[q][i] = sine * first + cosine * rows[q][i];
        }
    }
}
