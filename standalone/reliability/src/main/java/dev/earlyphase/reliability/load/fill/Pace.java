package dev.earlyphase.reliability.load.fill;

import java.time.Duration;

import dev.earlyphase.cli.terminal.Words;

/**
 * How far something is.
 *
 * @param what is counted, in the plural
 * @param before how many were there at the begin
 * @param done how many there are now
 * @param of how many there will be
 * @param elapsed since the begin
 */
record Pace(String what, long before, long done, long of, Duration elapsed) {
    /** In things a second; 0 before anything is known. */
    double rate() {
        double seconds = elapsed.toNanos() / 1e9;
        return seconds == 0 ? 0 : (done - before) / seconds;
    }

    @Override
    public String toString() {
        String far = "%s of %s %s".formatted(Words.number(done), Words.number(of), what);
        double rate = rate();
        return rate == 0
                ? far
                : "%s, %s a second, %s left".formatted(far, Words.rate(rate), Words.time(Duration.ofMillis((long)
                        (1000 * Math.max(0, of - done) / rate))));
    }
}
