package dev.earlyphase.reliability.load.crowd;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

import dev.earlyphase.cli.bench.Quantiles;

/**
 * What a crowd got.
 *
 * @param limit of the 95th percentile, in milliseconds; 0 for none
 * @param millis of the answers with a status below 300; null where there is none
 * @param statuses how many answers had each; 0 stands for no answer
 * @param badRefusals answers of 429 or 503 without Retry-After or without a problem
 * @param faults why there was no answer
 */
public record Tally(
        String name,
        int clients,
        Duration length,
        double limit,
        int requests,
        Times millis,
        Map<Integer, Long> statuses,
        long badRefusals,
        List<String> faults) {
    private static final int MOST_FAULTS = 5;

    /** Percentiles. */
    public record Times(double p50, double p95, double p99, double most) {
        /** Null where there are no values. */
        public static Times of(List<Double> values) {
            if (values.isEmpty()) {
                return null;
            }
            var quantiles = Quantiles.of(values);
            return new Times(quantiles.median(), quantiles.at(0.95), quantiles.at(0.99), quantiles.at(1));
        }
    }

    static Tally of(Scenario scenario, int clients, Duration length, List<Answer> answers) {
        return new Tally(
                scenario.name(),
                clients,
                length,
                scenario.limit(),
                answers.size(),
                Times.of(answers.stream()
                        .filter(answer -> answer.status() >= 200 && answer.status() < 300)
                        .map(Answer::millis)
                        .toList()),
                new TreeMap<>(answers.stream().collect(Collectors.groupingBy(Answer::status, Collectors.counting()))),
                answers.stream()
                        .filter(answer -> answer.isRefusal() && !answer.wellRefused())
                        .count(),
                answers.stream()
                        .map(Answer::fault)
                        .filter(fault -> fault != null)
                        .distinct()
                        .limit(MOST_FAULTS)
                        .toList());
    }

    public double rate() {
        return requests / (length.toMillis() / 1000.0);
    }

    /** Refused in time, so as to come again. */
    public long refused() {
        return statuses.getOrDefault(429, 0L) + statuses.getOrDefault(503, 0L);
    }

    /** Neither answered nor refused: something broke. */
    public long broken() {
        return statuses.entrySet().stream()
                        .filter(entry -> entry.getKey() == 0 || entry.getKey() >= 300)
                        .mapToLong(Map.Entry::getValue)
                        .sum()
                - refused();
    }

    public boolean withinLimit() {
        return limit == 0 || millis != null && millis.p95() <= limit;
    }
}
