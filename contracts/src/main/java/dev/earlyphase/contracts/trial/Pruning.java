package dev.earlyphase.contracts.trial;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;

import dev.earlyphase.contracts.error.Check;

/**
 * One round of magnitude pruning: round(fraction x survivors) weights of lowest magnitude go, ties broken by position
 * (section 2 of the paper).
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Pruning(
        @JsonPropertyDescription("Share of the survivors that a round removes")
        Double fraction,

        @JsonPropertyDescription("One threshold for all layers, or one for each")
        Scope scope,

        @JsonPropertyDescription("Whether the output layer is pruned too; by default as the network's authors do")
        Boolean outputLayer) {
    public static final Pruning DEFAULT = new Pruning(null, null, null);

    /** Over what the threshold is taken. */
    public enum Scope {
        @JsonProperty("global")
        GLOBAL,
        @JsonProperty("layer")
        LAYER
    }

    public Pruning {
        fraction = fraction == null ? 0.2 : fraction;
        Check.properFraction(fraction, "fraction");
        scope = scope == null ? Scope.GLOBAL : scope;
    }
}
