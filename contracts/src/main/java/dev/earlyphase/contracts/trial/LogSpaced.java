package dev.earlyphase.contracts.trial;

import java.util.TreeSet;
import java.util.stream.IntStream;

/** Iterations as a logarithmic axis shows them: 0 to 10 one by one, then ten a decade, the nearest whole numbers. */
public final class LogSpaced {
    private static final int EACH_UNTIL = 10;
    private static final int A_DECADE = 10;

    private LogSpaced() {}

    public static boolean contains(int iteration) {
        if (iteration <= EACH_UNTIL) {
            return iteration >= 0;
        }
        long step = Math.round(A_DECADE * Math.log10(iteration));
        return iteration == at(step);
    }

    /** Those up to {@code last}, itself included where it is one, ascending. */
    public static IntStream upTo(int last) {
        var iterations = new TreeSet<Integer>();
        IntStream.rangeClosed(0, Math.min(EACH_UNTIL, last)).forEach(iterations::add);
        for (long step = A_DECADE + 1; at(step) <= last; step++) {
            iterations.add((int) at(step));
        }
        return iterations.stream().mapToInt(Integer::intValue);
    }

    private static long at(long step) {
        return Math.round(Math.pow(10, (double) step / A_DECADE));
    }
}
