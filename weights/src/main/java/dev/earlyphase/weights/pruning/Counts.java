package dev.earlyphase.weights.pruning;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Parts of whole numbers. */
final class Counts {

    private Counts() {}

    /** Part times whole, computed in decimal and rounded half up. */
    static long part(double part, long whole) {
        return BigDecimal.valueOf(part)
                .multiply(BigDecimal.valueOf(whole))
                .setScale(0, RoundingMode.HALF_UP)
                .longValueExact();
    }

    /** @throws IllegalArgumentException where more are to survive than there are, or less than none */
    static void requireSurvivors(long survivors, long most) {
        if (survivors < 0 || survivors > most) {
            throw new IllegalArgumentException(
                    survivors + " weights are to survive; allowed: 0 to the " + most + " that survive now");
        }
    }
}
