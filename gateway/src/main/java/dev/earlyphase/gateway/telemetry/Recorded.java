package dev.earlyphase.gateway.telemetry;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

import com.fasterxml.jackson.annotation.JsonValue;

import dev.earlyphase.contracts.error.DomainException.Invalid;

/** What telemetry records at each iteration, under the names that its rows have for it. */
enum Recorded {
    LOSS("loss", "loss", null),
    LEARNING_RATE("learningRate", "learning_rate", null),
    WEIGHT_MEAN_MAGNITUDE("weightMeanMagnitude", "weight_mean_magnitude", "layer_weight_mean_magnitude"),
    GRADIENT_MEAN_MAGNITUDE("gradientMeanMagnitude", "gradient_mean_magnitude", "layer_gradient_mean_magnitude"),
    GRADIENT_L2("gradientL2", "gradient_l2", "layer_gradient_l2"),
    SIGNS_CHANGED("signsChanged", "signs_changed", "layer_signs_changed"),
    DISTANCE("distance", "distance", "layer_distance"),
    COSINE("cosine", "cosine", "layer_cosine"),
    /** Values of single weights. */
    TRACED("traced", null, "traced_values");

    private final String id;
    private final String column;
    private final String parts;

    Recorded(String id, String column, String parts) {
        this.id = id;
        this.column = column;
        this.parts = parts;
    }

    @JsonValue
    String id() {
        return id;
    }

    /** The column of its value over all weights; null where it has none. */
    String column() {
        return column;
    }

    /** The column of its values part by part, as an array; null where it has none. */
    String parts() {
        return parts;
    }

    /** The column of the names of those parts. */
    String partNames() {
        return this == TRACED ? "traced" : "layers";
    }

    /** Those that have one value an iteration. */
    static List<Recorded> pooled() {
        return Arrays.stream(values())
                .filter(recorded -> recorded.column != null)
                .toList();
    }

    /** Those that have values part by part. */
    private static List<Recorded> inParts() {
        return Arrays.stream(values())
                .filter(recorded -> recorded.parts != null)
                .toList();
    }

    /** Of a query parameter that asks for a value part by part; null when it was not given. */
    static Recorded byPart(String text) {
        return text == null
                ? null
                : inParts().stream()
                        .filter(recorded -> recorded.id.equals(text))
                        .findFirst()
                        .orElseThrow(() -> new Invalid(
                                "parts",
                                text,
                                "one of " + inParts().stream().map(Recorded::id).collect(Collectors.joining(", "))));
    }
}
