package dev.earlyphase.cli.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

import dev.earlyphase.cli.home.Home;

/** How long workers waited for the answers to their claims, as their logs say. */
final class ClaimTimes {
    private static final Pattern CLAIMED = Pattern.compile("Claimed trial=\\S+ millis=([0-9.]+)");

    private ClaimTimes() {}

    /** In milliseconds, one for each claim that was won in the {@link SteadyState}. */
    static List<Double> of(Home home, int workers) {
        return IntStream.rangeClosed(1, workers)
                .mapToObj(number -> read(home, "worker-" + number))
                .map(log ->
                        CLAIMED.matcher(log).results().map(ClaimTimes::millis).toList())
                .flatMap(claims -> claims.stream().skip(SteadyState.skipped(claims.size())))
                .toList();
    }

    private static double millis(MatchResult claim) {
        return Double.parseDouble(claim.group(1));
    }

    private static String read(Home home, String worker) {
        try {
            return Files.readString(home.log(worker));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the log of " + worker, e);
        }
    }
}
