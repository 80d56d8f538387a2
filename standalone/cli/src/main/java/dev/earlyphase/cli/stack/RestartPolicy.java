package dev.earlyphase.cli.stack;

import java.time.Duration;
import java.util.Optional;

/** When a unit that died is started again: after a pause that doubles while it dies quickly, and not for ever. */
final class RestartPolicy {
    static final int MOST_QUICK_DEATHS = 5;
    private static final int MOST_DOUBLINGS = 4;

    private final Duration firstPause;
    private final Duration proof;
    private final int most;
    private int quickDeaths;

    /** @param proof a unit that was ready for so long has shown that it can run; no death after that is quick */
    RestartPolicy(Duration firstPause, Duration proof) {
        this(firstPause, proof, MOST_QUICK_DEATHS);
    }

    /** @param most after so many quick deaths in a row it is given up */
    RestartPolicy(Duration firstPause, Duration proof, int most) {
        this.firstPause = firstPause;
        this.proof = proof;
        this.most = most;
    }

    /**
     * How long to wait before the next start.
     *
     * @param lived how long it was ready before it died; zero if it never was
     * @return empty after the most quick deaths in a row: it does no good
     */
    Optional<Duration> afterDeath(Duration lived) {
        boolean quick = lived.isZero() || lived.compareTo(proof) < 0;
        quickDeaths = quick ? quickDeaths + 1 : 0;
        if (quickDeaths >= most) {
            return Optional.empty();
        }
        return Optional.of(firstPause.multipliedBy(1L << Math.clamp(quickDeaths - 1, 0, MOST_DOUBLINGS)));
    }
}
