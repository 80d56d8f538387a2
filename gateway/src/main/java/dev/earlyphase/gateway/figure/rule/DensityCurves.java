package dev.earlyphase.gateway.figure.rule;

import java.util.List;
import java.util.Map;
import java.util.Objects;

import dev.earlyphase.contracts.figure.Axis;
import dev.earlyphase.contracts.figure.Curve;
import dev.earlyphase.contracts.figure.Panel;
import dev.earlyphase.contracts.figure.Point;
import dev.earlyphase.gateway.outcome.Outcome;
import dev.earlyphase.gateway.sample.Samples;

import static java.util.stream.Collectors.averagingDouble;
import static java.util.stream.Collectors.groupingBy;

/** Accuracy at the end of training against the share of weights that remain. */
final class DensityCurves {
    static final String DENSE = "dense";

    private DensityCurves() {}

    static Panel panel(String title, List<Curve> curves) {
        return new Panel(title, Axis.density(), Axis.share("Test accuracy"), curves);
    }

    /** A point a level, from the dense network to the sparsest; a trial without an accuracy is in none. */
    static Curve of(String name, Curve.Kind kind, List<Outcome> outcomes) {
        return new Curve(
                name,
                kind,
                outcomes.stream()
                        .filter(Outcome::hasAccuracy)
                        .collect(groupingBy(outcome -> outcome.role().level()))
                        .entrySet()
                        .stream()
                        .sorted(Map.Entry.comparingByKey())
                        .map(level -> point(level.getValue()))
                        .toList());
    }

    /** The dense network's accuracy, as a level line over all densities of the curves; none without curves to compare. */
    static List<Curve> denseLine(List<Outcome> dense, List<Curve> curves) {
        var samples = dense.stream()
                .filter(Outcome::hasAccuracy)
                .map(Outcome::accuracy)
                .toList();
        var densities = curves.stream()
                .flatMap(curve -> curve.points().stream())
                .mapToDouble(Point::x)
                .summaryStatistics();
        return samples.isEmpty() || densities.getCount() == 0 || densities.getMin() == 1
                ? List.of()
                : List.of(new Curve(
                        DENSE,
                        Curve.Kind.REFERENCE,
                        List.of(Samples.point(1, samples), Samples.point(densities.getMin(), samples))));
    }

    private static Point point(List<Outcome> seeds) {
        double density = seeds.stream()
                .map(Outcome::density)
                .filter(Objects::nonNull)
                .collect(averagingDouble(Double::doubleValue));
        return Samples.point(density, seeds.stream().map(Outcome::accuracy).toList());
    }
}
