package dev.earlyphase.contracts.trial;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;

import dev.earlyphase.contracts.error.Check;

/** Which weights take part in a trial. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
    @JsonSubTypes.Type(value = MaskSource.Dense.class, name = "dense"),
    @JsonSubTypes.Type(value = MaskSource.Pruned.class, name = "pruned")
})
public sealed interface MaskSource {
    /** All of them. */
    record Dense() implements MaskSource {}

    /** The survivors of another trial's mask after one round of pruning by its weights at its end. */
    record Pruned(TrialId trial, Pruning pruning) implements MaskSource {
        public Pruned {
            Check.given(trial, "trial", "the id of a trial");
            pruning = pruning == null ? Pruning.DEFAULT : pruning;
        }
    }
}
