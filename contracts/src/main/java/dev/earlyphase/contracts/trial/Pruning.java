package dev.earlyphase.contracts.trial;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;

import dev.earlyphase.contracts.error.Check;

/**
 * One round of magnitude pruning: round(fraction x survivors) weights of lowest magnitude go, ties broken by position
 * (section 2 of the paper).
 *
 * @param fraction of the survivors that goes, default 0.2
 * @param scope one threshold for all layers (default), or one a layer
 * @param outputLayer whether the output layer is pruned too; null for the network's own default
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Pruning(Double fraction, Scope scope, Boolean outputLayer) {
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
