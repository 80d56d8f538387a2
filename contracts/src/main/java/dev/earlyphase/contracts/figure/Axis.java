package dev.earlyphase.contracts.figure;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * An axis of a plot.
 *
 * @param name with its unit, such as "Test accuracy (%)"
 * @param percent whether the values are shares, 0 to 1, that are drawn as per cent
 */
public record Axis(String name, Scale scale, boolean percent) {
    /** How values are laid out. */
    public enum Scale {
        @JsonProperty("linear")
        LINEAR,
        /** Logarithmic; 0 is drawn at the left end, apart. */
        @JsonProperty("log")
        LOG,
        /** Logarithmic and falling to the right: densities, as papers on pruning draw them. */
        @JsonProperty("log-falling")
        LOG_FALLING
    }

    public static Axis linear(String name) {
        return new Axis(name, Scale.LINEAR, false);
    }

    public static Axis log(String name) {
        return new Axis(name, Scale.LOG, false);
    }

    /** Shares from 0 to 1. */
    public static Axis share(String name) {
        return new Axis(name + " (%)", Scale.LINEAR, true);
    }

    /** Share of weights that remain, falling to the right. */
    public static Axis density() {
        return new Axis("Weights remaining (%)", Scale.LOG_FALLING, true);
    }
}
