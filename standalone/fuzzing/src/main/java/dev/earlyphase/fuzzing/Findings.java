package dev.earlyphase.fuzzing;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * What a run came to that found nothing wrong.
 *
 * @param inputs how many were tried
 * @param coverage places in the code that were reached
 * @param kept inputs of which each reaches something that the others do not
 */
public record Findings(long inputs, long coverage, long kept) {
    private static final Pattern INPUTS = Pattern.compile("stat::number_of_executed_units: (\\d+)");
    private static final Pattern COVERAGE = Pattern.compile("cov: (\\d+)");
    private static final Pattern KEPT = Pattern.compile("corp: (\\d+)");

    static Findings of(List<String> log) {
        return new Findings(last(INPUTS, log), last(COVERAGE, log), last(KEPT, log));
    }

    @Override
    public String toString() {
        return "%d inputs, %d places reached, %d inputs kept".formatted(inputs, coverage, kept);
    }

    /** 0 where nothing of the kind was said. */
    private static long last(Pattern pattern, List<String> log) {
        return log.reversed().stream()
                .flatMap(line -> pattern.matcher(line).results())
                .findFirst()
                .map(MatchResult::group)
                .map(found -> Long.parseLong(found.replaceAll("\\D", "")))
                .orElse(0L);
    }
}
