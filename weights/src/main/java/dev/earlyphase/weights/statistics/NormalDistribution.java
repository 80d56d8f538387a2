package dev.earlyphase.weights.statistics;

/**
 * The standard normal distribution through the complementary error function, by W. J. Cody's rational Chebyshev
 * approximations ("Rational Chebyshev Approximations for the Error Function", Math. Comp. 23, 1969, as in his CALERF);
 * relative error about 1e-15.
 */
final class NormalDistribution {

    private static final double SMALL = 0.46875;
    private static final double LARGE = 4;
    private static final double INVERSE_ROOT_PI = 0.56418958354775628695;

    /** Numerators and denominators from the highest power down; the leading coefficient of a denominator is 1. */
    private static final double[] SMALL_P = {
        1.85777706184603153e-1,
        3.16112374387056560e0,
        1.13864154151050156e2,
        3.77485237685302021e2,
        3.20937758913846947e3
    };

    private static final double[] SMALL_Q = {
        1, 2.36012909523441209e1, 2.44024637934444173e2, 1.28261652607737228e3, 2.84423683343917062e3
    };

    private static final double[] MIDDLE_P = {
        2.15311535474403846e-8,
        5.64188496988670089e-1,
        8.88314979438837594e0,
        6.61191906371416295e1,
        2.98635138197400131e2,
        8.81952221241769090e2,
        1.71204761263407058e3,
        2.05107837782607147e3,
        1.23033935479799725e3
    };

    private static final double[] MIDDLE_Q = {
        1,
        1.57449261107098347e1,
        1.17693950891312499e2,
        5.37181101862009858e2,
        1.62138957456669019e3,
        3.29079923573345963e3,
        4.36261909014324716e3,
        3.43936767414372164e3,
        1.23033935480374942e3
    };

    private static final double[] LARGE_P = {
        1.63153871373020978e-2,
        3.05326634961232344e-1,
        3.60344899949804439e-1,
        1.25781726111229246e-1,
        1.60837851487422766e-2,
        6.58749161529837803e-4
    };

    private static final double[] LARGE_Q = {
        1,
        2.56852019228982242e0,
        1.87295284992346725e0,
        5.27905102951428412e-1,
        6.05183413124413191e-2,
        2.33520497626869185e-3
    };

    private NormalDistribution() {}

    /** The probability of a value of at most {@code x}: from 0 to 1, and ascending with it. */
    static double cumulative(double x) {
        return erfc(-x / Math.sqrt(2)) / 2;
    }

    /** 2/sqrt(pi) times the integral of exp(-t^2) from x to infinity. */
    static double erfc(double x) {
        double size = Math.abs(x);
        if (size <= SMALL) {
            return 1 - x * ratio(SMALL_P, SMALL_Q, x * x);
        }
        double tail = size <= LARGE ? ratio(MIDDLE_P, MIDDLE_Q, size) : farTail(size);
        double above = Math.exp(-size * size) * tail;
        return x < 0 ? 2 - above : above;
    }

    private static double farTail(double x) {
        double inverse = 1 / (x * x);
        return (INVERSE_ROOT_PI - inverse * ratio(LARGE_P, LARGE_Q, inverse)) / x;
    }

    private static double ratio(double[] numerator, double[] denominator, double x) {
        return polynomial(numerator, x) / polynomial(denominator, x);
    }

    private static double polynomial(double[] coefficients, double x) {
        double value = 0;
        for (double coefficient : coefficients) {
            value = value * x + coefficient;
        }
        return value;
    }
}
