package dev.earlyphase.core.probe;

import java.util.OptionalInt;

/**
 * A whole number that a request may choose for a kind of probe.
 *
 * @param meaning what it decides
 * @param usual the default; empty for the trial's own batch size
 */
record ProbeOption(String name, String meaning, int least, int most, OptionalInt usual) {
    ProbeOption(String name, String meaning, int least, int most, int usual) {
        this(name, meaning, least, most, OptionalInt.of(usual));
    }

    boolean allows(double value) {
        return value == Math.rint(value) && value >= least && value <= most;
    }

    /** What it may be, and what it is for. */
    String allowed() {
        return "a whole number from %d to %d: %s".formatted(least, most, meaning);
    }
}
