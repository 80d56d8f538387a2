package dev.earlyphase.contracts.figure;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * Points that belong together.
 *
 * @param name for the legend
 * @param points ordered by x
 */
public record Curve(String name, Kind kind, List<Point> points) {
    /** How it is drawn. */
    public enum Kind {
        @JsonProperty("curve")
        CURVE,
        /** What the others are compared with: drawn dashed and grey. */
        @JsonProperty("reference")
        REFERENCE,
        /** Points that are not joined, each with its label. */
        @JsonProperty("scatter")
        SCATTER
    }

    public Curve {
        points = List.copyOf(points);
    }
}
