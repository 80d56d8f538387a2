package dev.earlyphase.core.probe;

import java.util.OptionalDouble;

/**
 * A number that a request may choose for a kind of probe.
 *
 * @param meaning what it decides
 * @param whole whether only whole numbers will do
 * @param usual the default; empty for the trial's own batch size
 */
record ProbeOption(String name, String meaning, boolean whole, double least, double most, OptionalDouble usual) {
    static ProbeOption whole(String name, String meaning, int least, int most, int usual) {
        return new ProbeOption(name, meaning, true, least, most, OptionalDouble.of(usual));
    }

    boolean allows(double value) {
        return value >= least && value <= most && (!whole || value == Math.rint(value));
    }

    /** What it may be, and what it is for. */
    String allowed() {
        return whole
                ? "a whole number from %.0f to %.0f: %s".formatted(least, most, meaning)
                : "a number from %s to %s: %s".formatted(least, most, meaning);
    }
}
