package dev.earlyphase.gateway.series;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import jakarta.enterprise.context.ApplicationScoped;

import dev.earlyphase.contracts.figure.Curve;
import dev.earlyphase.contracts.figure.Point;
import dev.earlyphase.contracts.figure.Point.Sample;
import dev.earlyphase.gateway.database.Database;
import dev.earlyphase.gateway.sample.Samples;

import static java.util.stream.Collectors.groupingBy;

/** The early iterations of a few trials, each of them. */
@ApplicationScoped
public class WindowStore {
    /** One iteration; what is not finite is null. */
    public record Reading(
            String trial, int iteration, Double gradientL2, Double weightMeanMagnitude, Double signsChanged) {}

    /** The test set at an iteration. */
    public record Evaluated(String trial, int iteration, double accuracy) {}

    private final Database database;

    WindowStore(Database database) {
        this.database = database;
    }

    /** By trial, iterations ascending, none after {@code last}. */
    public Map<String, List<Reading>> readings(Collection<String> trials, int last) {
        return database
                .list(
                        "select trial, iteration, gradient_l2, weight_mean_magnitude, signs_changed"
                                + " from results.telemetry where trial = any(?) and iteration <= ?"
                                + " order by trial, iteration",
                        row -> new Reading(
                                row.text("trial"),
                                row.integer("iteration"),
                                row.number("gradient_l2"),
                                row.number("weight_mean_magnitude"),
                                row.number("signs_changed")),
                        trials.toArray(String[]::new),
                        last)
                .stream()
                .collect(groupingBy(Reading::trial));
    }

    /** By trial, iterations ascending. */
    public Map<String, List<Evaluated>> evaluations(Collection<String> trials) {
        return database
                .list(
                        "select trial, iteration, accuracy from results.evaluation where trial = any(?)"
                                + " order by trial, iteration",
                        row -> new Evaluated(row.text("trial"), row.integer("iteration"), row.number("accuracy")),
                        (Object) trials.toArray(String[]::new))
                .stream()
                .collect(groupingBy(Evaluated::trial));
    }

    /** The single weights that are followed in a trial, a curve each, thinned like other curves. */
    public List<Curve> traced(String trial, long seed) {
        List<Integer> all = database.list(
                "select iteration from results.telemetry where trial = ? order by iteration",
                row -> row.integer("iteration"),
                trial);
        var curves = new LinkedHashMap<String, List<Point>>();
        database.each(
                "select iteration, traced, traced_values from results.telemetry where trial = ? and iteration = any(?)"
                        + " order by iteration",
                row -> {
                    int iteration = row.integer("iteration");
                    List<String> names = row.texts("traced");
                    List<Double> values = row.numbers("traced_values");
                    for (int i = 0; i < names.size(); i++) {
                        if (values.get(i) != null) {
                            var sample = new Sample(seed, values.get(i), trial, iteration);
                            curves.computeIfAbsent(names.get(i), none -> new ArrayList<>())
                                    .add(Samples.point(iteration, List.of(sample)));
                        }
                    }
                },
                trial,
                Thinning.of(all, SeriesStore.MOST_POINTS).toArray(Integer[]::new));
        return curves.entrySet().stream()
                .map(curve -> new Curve(curve.getKey(), Curve.Kind.CURVE, curve.getValue()))
                .toList();
    }
}
