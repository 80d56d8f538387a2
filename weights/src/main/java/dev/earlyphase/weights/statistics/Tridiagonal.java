package dev.earlyphase.weights.statistics;

/**
 * The eigenvalues of a symmetric matrix: Householder's reflections make it tridiagonal, and Sturm's sequence counts how
 * many lie below a number (Golub and Van Loan, Matrix Computations, sections 8.3.1 and 8.4.1).
 *
 * @param diagonal of the tridiagonal matrix
 * @param beside its neighbours: the i-th stands beside the i-th and the one before; the first is 0
 */
record Tridiagonal(double[] diagonal, double[] beside) {

    /** Halvings after which an interval of doubles is as narrow as they allow. */
    private static final int HALVINGS = 64;

    /** Squares so small beside the eigenvalues of correlations are nothing, and their inverses could overflow. */
    private static final double NEGLIGIBLE = 0x1p-600;

    /** @param matrix symmetric, of at least one row; destroyed */
    static Tridiagonal of(double[][] matrix) {
        int size = matrix.length;
        var diagonal = new double[size];
        var beside = new double[size];
        for (int last = size - 1; last > 0; last--) {
            beside[last] = reduce(matrix, last);
        }
        for (int i = 0; i < size; i++) {
            diagonal[i] = matrix[i][i];
        }
        return new Tridiagonal(diagonal, beside);
    }

    /** How many eigenvalues are less than {@code bound}. */
    int below(double bound) {
        int count = 0;
        double pivot = 1;
        for (int i = 0; i < diagonal.length; i++) {
            pivot = diagonal[i] - bound - beside[i] * beside[i] / pivot;
            // A pivot of exactly zero would divide by zero: the smallest step beside it changes no count.
            pivot = pivot == 0 ? -Double.MIN_NORMAL : pivot;
            count += pivot < 0 ? 1 : 0;
        }
        return count;
    }

    double largest() {
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < diagonal.length; i++) {
            double radius = Math.abs(beside[i]) + (i + 1 < beside.length ? Math.abs(beside[i + 1]) : 0);
            low = Math.min(low, diagonal[i] - radius);
            high = Math.max(high, diagonal[i] + radius);
        }
        for (int i = 0; i < HALVINGS; i++) {
            double middle = low + (high - low) / 2;
            if (below(middle) < diagonal.length) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return low + (high - low) / 2;
    }

    /** Reflects the last row onto its last neighbour, which is returned, and the matrix before it accordingly. */
    private static double reduce(double[][] matrix, int last) {
        double[] v = matrix[last];
        double squares = 0;
        for (int i = 0; i < last - 1; i++) {
            squares += v[i] * v[i];
        }
        double neighbour = v[last - 1];
        if (squares < NEGLIGIBLE) {
            return neighbour;
        }
        double length = Math.sqrt(squares + neighbour * neighbour);
        double reflected = neighbour > 0 ? -length : length;
        v[last - 1] = neighbour - reflected;
        double half = length * length - neighbour * reflected;
        double[] w = times(matrix, v, last, 1 / half);
        double overlap = 0;
        for (int i = 0; i < last; i++) {
            overlap += v[i] * w[i];
        }
        addTo(w, -overlap / (2 * half), v, last);
        for (int i = 0; i < last; i++) {
            subtract(matrix[i], v[i], w, w[i], v, last);
        }
        return reflected;
    }

    /** Scale times the leading part of the matrix times v. */
    private static double[] times(double[][] matrix, double[] v, int size, double scale) {
        var product = new double[size];
        for (int i = 0; i < size; i++) {
            addTo(product, scale * v[i], matrix[i], size);
        }
        return product;
    }

    private static void addTo(double[] sum, double factor, double[] values, int size) {
        for (int i = 0; i < size; i++) {
            sum[i] += factor * values[i];
        }
    }

    private static void subtract(double[] row, double ofW, double[] w, double ofV, double[] v, int size) {
        for (int i = 0; i < size; i++) {
            row[i] -= ofW * w[i] + ofV * v[i];
        }
    }
}
