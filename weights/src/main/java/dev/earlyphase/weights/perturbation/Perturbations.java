package dev.earlyphase.weights.perturbation;

import java.util.List;
import java.util.Optional;

/** All rules there are. A new one is a class and a line here. */
public final class Perturbations {

    private static final List<PerturbationRule> ALL = List.of(
            new MagnitudesOfInitialisation(),
            new MagnitudesRedrawn(),
            new SignsOfInitialisation(),
            new ShuffleGlobal(),
            new ShuffleWithin(Scope.LAYER, false),
            new ShuffleWithin(Scope.FILTER, false),
            new ShuffleWithin(Scope.LAYER, true),
            new ShuffleWithin(Scope.FILTER, true),
            new ShuffleMagnitudes(),
            new Noise(),
            new Redrawn());

    private Perturbations() {}

    /** The rule of that kind, or empty where there is none. */
    public static Optional<PerturbationRule> named(String kind) {
        return ALL.stream().filter(rule -> rule.kind().equals(kind)).findFirst();
    }

    /** The kinds of all rules, in the order of the paper's figures. */
    public static List<String> kinds() {
        return ALL.stream().map(PerturbationRule::kind).toList();
    }
}
