package dev.earlyphase.reliability.load.event;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/** Reads the lines of one stream and notes how late each change came. For one thread. */
final class Listener {
    private static final String DATA = "data:";

    private final List<Double> delays = new ArrayList<>();
    private long latest;
    private long last;
    private long longestSilence;
    private int events;

    /** @param begin in milliseconds since 1970: what changed before is no news */
    Listener(long begin) {
        this.latest = begin;
        this.last = begin;
    }

    /** @param now in milliseconds since 1970 */
    void hear(String line, long now) {
        if (!line.startsWith(DATA)) {
            return;
        }
        events++;
        longestSilence = Math.max(longestSilence, now - last);
        last = now;
        OptionalLong changed = Change.in(line);
        if (changed.isPresent() && changed.getAsLong() > latest) {
            latest = changed.getAsLong();
            delays.add((double) (now - latest));
        }
    }

    /** In milliseconds, one for each change that was seen. */
    List<Double> delays() {
        return List.copyOf(delays);
    }

    int events() {
        return events;
    }

    /** Between two events, in milliseconds. */
    long longestSilence() {
        return longestSilence;
    }
}
