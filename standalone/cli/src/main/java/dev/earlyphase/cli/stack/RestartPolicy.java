package dev.earlyphase.cli.stack;

import java.time.Duration;
import java.util.Optional;

/** When a unit that died is started again: after a pause that doubles while it dies quickly, and not for ever. */
final class RestartPolicy {
    static final int MOST_QUICK_DEATHS = 5;
    private static final Duration QUICK = Duration.ofSeconds(30);

    private final Duration firstPause;
    private int quickDeaths;

    RestartPolicy(Duration firstPause) {
        this.firstPause = firstPause;
    }

    /**
     * How long to wait before the next start.
     *
     * @param lived how long it was ready before it died; zero if it never was
     * @return empty after {@value #MOST_QUICK_DEATHS} quick deaths in a row: it does no good
     */
    Optional<Duration> afterDeath(Duration lived) {
        quickDeaths = lived.compareTo(QUICK) < 0 ? quickDeaths + 1 : 0;
        if (quickDeaths >= MOST_QUICK_DEATHS) {
            return Optional.empty();
        }
        return Optional.of(firstPause.multipliedBy(1L << Math.max(0, quickDeaths - 1)));
    }
}
