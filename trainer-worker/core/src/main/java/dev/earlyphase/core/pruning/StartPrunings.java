package dev.earlyphase.core.pruning;

import java.util.List;

import dev.earlyphase.contracts.error.DomainException.Invalid;
import dev.earlyphase.contracts.error.DomainException.Refused;
import dev.earlyphase.contracts.trial.MaskSource;
import dev.earlyphase.core.gradient.Subject;
import dev.earlyphase.core.network.Parameter;
import dev.earlyphase.weights.Mask;
import dev.earlyphase.weights.Tensors;
import dev.earlyphase.weights.pruning.HighestScores;
import dev.earlyphase.weights.pruning.Pruned;

/** The rules on offer for pruning before training. */
public final class StartPrunings {
    /** One line a rule. */
    private static final List<StartPruning> ALL = List.of(
            new RandomChoice(), //
            new Snip(),
            new Grasp(),
            new SynFlow());

    private StartPrunings() {}

    /** By which names requests ask for them. */
    public static List<String> rules() {
        return ALL.stream().map(StartPruning::rule).toList();
    }

    /** @throws Invalid if there is no such rule */
    public static void check(String rule) {
        named(rule);
    }

    /**
     * The mask that a rule finds; density × prunable weights survive, rounded half up.
     *
     * @param state from which training would begin, nothing pruned
     * @throws Invalid if there is no such rule
     * @throws Refused if the rule cannot score this network
     */
    public static Pruned prune(MaskSource.Scored mask, Subject subject, Tensors state) {
        Mask dense = Mask.dense(Tensors.of(subject.network().prunable().stream()
                .map(Parameter::name)
                .map(state::get)
                .toList()));
        long survivors = HighestScores.survivorsAt(mask.density(), dense.size());
        return named(mask.rule()).prune(subject, state, dense, survivors);
    }

    private static StartPruning named(String rule) {
        return ALL.stream()
                .filter(pruning -> pruning.rule().equals(rule))
                .findFirst()
                .orElseThrow(() -> new Invalid("rule", rule, "one of " + String.join(", ", rules())));
    }
}
