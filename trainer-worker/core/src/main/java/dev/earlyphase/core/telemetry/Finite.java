package dev.earlyphase.core.telemetry;

/** JSON has no infinity and no NaN; messages hold null instead. */
final class Finite {
    private Finite() {}

    static Double orNull(double value) {
        return Double.isFinite(value) ? value : null;
    }
}
