package dev.earlyphase.contracts.trial;

import java.util.Locale;
import java.util.Optional;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;

import dev.earlyphase.contracts.error.Check;

/** Which weights take part in a trial. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
    @JsonSubTypes.Type(value = MaskSource.Dense.class, name = "dense"),
    @JsonSubTypes.Type(value = MaskSource.Pruned.class, name = "pruned"),
    @JsonSubTypes.Type(value = MaskSource.Scored.class, name = "scored"),
    @JsonSubTypes.Type(value = MaskSource.Shuffled.class, name = "shuffled")
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

    /**
     * What a rule picks out of the trial's own start state before any training: pruning at initialisation, or at the
     * rewinding point. Which rules there are, the platform's registry says.
     *
     * @param rule such as {@code snip}
     * @param density share of the prunable weights that survives
     * @param outputLayer whether the output layer is pruned too; null for the network's own default
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Scored(String rule, double density, Boolean outputLayer) implements MaskSource {
        public Scored {
            Check.given(rule, "rule", "the name of a pruning rule such as snip");
            Check.that(density > 0 && density <= 1, "density", density, "a number above 0 and at most 1");
        }
    }

    /** As many survivors in each layer as another mask has, at random places: what a mask is worth beside its shape. */
    record Shuffled(MaskSource of) implements MaskSource {
        public Shuffled {
            Check.that(
                    of instanceof Pruned || of instanceof Scored,
                    "of",
                    of == null ? "nothing" : of.getClass().getSimpleName().toLowerCase(Locale.ROOT),
                    "a mask of kind pruned or scored");
        }
    }

    /** Whether the output layer is pruned too; empty where that is left to the network. */
    default Optional<Boolean> prunesOutputLayer() {
        return switch (this) {
            case Dense dense -> Optional.empty();
            case Pruned pruned -> Optional.ofNullable(pruned.pruning().outputLayer());
            case Scored scored -> Optional.ofNullable(scored.outputLayer());
            case Shuffled shuffled -> shuffled.of().prunesOutputLayer();
        };
    }

    /** The trial whose weights at its end decide; empty where none does. */
    default Optional<TrialId> parent() {
        return switch (this) {
            case Dense dense -> Optional.empty();
            case Pruned pruned -> Optional.of(pruned.trial());
            case Scored scored -> Optional.empty();
            case Shuffled shuffled -> shuffled.of().parent();
        };
    }
}
