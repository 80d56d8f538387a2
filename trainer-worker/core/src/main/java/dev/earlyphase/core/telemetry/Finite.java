package dev.earlyphase.core.telemetry;

import java.util.Arrays;
import java.util.List;

/** JSON has no infinity and no NaN; messages hold null instead. */
public final class Finite {
    private Finite() {}

    static Double orNull(double value) {
        return Double.isFinite(value) ? value : null;
    }

    /** The values as a message holds them. */
    public static List<Double> list(double... values) {
        return Arrays.stream(values).mapToObj(Finite::orNull).toList();
    }
}
