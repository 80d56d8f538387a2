package dev.earlyphase.contracts.trial;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

import dev.earlyphase.contracts.error.Check;

/**
 * A measurement that takes computing of its own, such as the eigenvalues of the Hessian, at some iterations of a trial; it
 * does not change the trial. Which kinds there are, the platform's registry says.
 *
 * @param kind such as {@code hessian}
 * @param iterations at which it is taken, ascending
 * @param options by name; what is left out has the kind's default
 */
public record Probe(String kind, List<Integer> iterations, Map<String, Double> options) {
    public Probe {
        Check.given(kind, "kind", "the name of a probe such as hessian");
        iterations = iterations == null ? List.of() : List.copyOf(new TreeSet<>(iterations));
        options = options == null ? Map.of() : Collections.unmodifiableMap(new TreeMap<>(options));
    }

    /** Whether the two measure in the same way, be it at other iterations. */
    public boolean measuresLike(Probe other) {
        return kind.equals(other.kind) && options.equals(other.options);
    }
}
