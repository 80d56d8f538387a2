package dev.earlyphase.cli.progress;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;

/** Iterations a second of a whole study over the last half minute, the pauses between its trials included. */
final class Throughput {
    private static final Duration WINDOW = Duration.ofSeconds(30);

    private final Deque<Sample> samples = new ArrayDeque<>();

    private record Sample(Instant at, long iterations) {}

    /** Takes in how far the study is now. */
    void add(Instant now, long iterations) {
        samples.addLast(new Sample(now, iterations));
        while (samples.getFirst().at().isBefore(now.minus(WINDOW))) {
            samples.removeFirst();
        }
    }

    /** 0 before it is known, and while trials that were set back catch up. */
    double perSecond() {
        if (samples.isEmpty()) {
            return 0;
        }
        Sample first = samples.getFirst();
        Sample last = samples.getLast();
        double seconds = Duration.between(first.at(), last.at()).toNanos() / 1e9;
        return seconds == 0 ? 0 : Math.max(0, (last.iterations() - first.iterations()) / seconds);
    }
}
