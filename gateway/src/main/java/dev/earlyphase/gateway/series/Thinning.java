package dev.earlyphase.gateway.series;

import java.util.ArrayList;
import java.util.List;

/** Chooses iterations evenly over a logarithmic axis: one by one at first, then ever further apart. */
final class Thinning {
    private static final int HALVINGS = 40;

    private Thinning() {}

    /**
     * At most so many of the iterations, the first and the last among them.
     *
     * @param iterations ascending
     * @param most 2 or more
     */
    static List<Integer> of(List<Integer> iterations, int most) {
        if (iterations.size() <= most) {
            return iterations;
        }
        double tooSmall = 1;
        double enough = iterations.getLast() + 1.0;
        for (int i = 0; i < HALVINGS; i++) {
            double middle = Math.sqrt(tooSmall * enough);
            if (withRatio(iterations, middle).size() <= most) {
                enough = middle;
            } else {
                tooSmall = middle;
            }
        }
        return withRatio(iterations, enough);
    }

    /** Each at least so many times the one before. */
    private static List<Integer> withRatio(List<Integer> iterations, double ratio) {
        var chosen = new ArrayList<Integer>();
        double next = 0;
        for (int iteration : iterations) {
            if (iteration >= next) {
                chosen.add(iteration);
                next = Math.max(iteration + 1.0, iteration * ratio);
            }
        }
        if (!chosen.getLast().equals(iterations.getLast())) {
            chosen.set(chosen.size() - 1, iterations.getLast());
        }
        return chosen;
    }
}
