package dev.earlyphase.cli.bench;

import java.util.Collection;
import java.util.List;

/** Values in ascending order, of which shares are asked. */
public record Quantiles(List<Double> ascending) {
    public static Quantiles of(Collection<Double> values) {
        return new Quantiles(values.stream().sorted().toList());
    }

    public Quantiles {
        if (ascending.isEmpty()) {
            throw new IllegalArgumentException("no values");
        }
    }

    /** The smallest value that at least this share of all values does not exceed (nearest rank). */
    public double at(double share) {
        int rank = (int) Math.ceil(share * ascending.size());
        return ascending.get(Math.clamp(rank - 1, 0, ascending.size() - 1));
    }

    public double median() {
        return at(0.5);
    }
}
