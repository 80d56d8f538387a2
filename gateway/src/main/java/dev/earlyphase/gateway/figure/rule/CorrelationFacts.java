package dev.earlyphase.gateway.figure.rule;

import java.util.List;
import java.util.Locale;

import dev.earlyphase.contracts.figure.Fact;
import dev.earlyphase.contracts.figure.Panel;
import dev.earlyphase.contracts.figure.Point;
import dev.earlyphase.gateway.outcome.Outcome;
import dev.earlyphase.gateway.sample.Correlation;

/** Pearson's correlation over the points of a scatter. */
final class CorrelationFacts {
    private CorrelationFacts() {}

    /** None where there are too few points, or they do not vary. */
    static List<Fact> of(String rewind, Panel panel, List<Outcome> outcomes) {
        var points = panel.curves().stream()
                .flatMap(curve -> curve.points().stream())
                .toList();
        if (points.size() < Correlation.FEWEST) {
            return List.of();
        }
        var correlation = Correlation.of(
                points.stream().mapToDouble(Point::x).toArray(),
                points.stream().mapToDouble(Point::mean).toArray());
        if (Double.isNaN(correlation.r())) {
            return List.of();
        }
        var interval = correlation.confidence();
        return List.of(new Fact(
                "Pearson's r at k = " + rewind,
                String.format(
                        Locale.ROOT,
                        "%.2f (95 %% confidence %.2f to %.2f, p = %s, %d points)",
                        correlation.r(),
                        interval.lower(),
                        interval.upper(),
                        probability(correlation.p()),
                        correlation.pairs()),
                paper(rewind),
                outcomes.stream().map(Outcome::trial).toList()));
    }

    private static String probability(double p) {
        return String.format(Locale.ROOT, p < 0.001 ? "%.1e" : "%.3f", p);
    }

    private static String paper(String rewind) {
        return switch (rewind) {
            case "500it" -> "about -0.67, 14 points";
            case "2000it" -> "about -0.73, 14 points";
            default -> null;
        };
    }
}
