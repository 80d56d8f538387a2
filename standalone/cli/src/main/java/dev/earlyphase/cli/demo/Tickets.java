package dev.earlyphase.cli.demo;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;

import dev.earlyphase.contracts.figure.Curve;
import dev.earlyphase.contracts.figure.Figure;
import dev.earlyphase.contracts.study.TrialRole;
import dev.earlyphase.contracts.study.TrialView;

/**
 * The demo's result as its JSON file holds it: the points of Figure 1 by rewinding point and level.
 *
 * @param study its id
 */
record Tickets(String study, List<Point> points) {
    static final String FIGURE = "figure-1";

    /**
     * @param rewind the rewinding point of the curve, such as {@code 200it}
     * @param level rounds of pruning
     * @param density share of the prunable weights that are left
     * @param accuracyMean over seeds, 0 to 1
     * @param accuracyStd sample standard deviation
     */
    record Point(String rewind, int level, double density, double accuracyMean, double accuracyStd, int seeds) {}

    /**
     * @param figure Figure 1 with the values of each seed
     * @param trials all of the study, which know what the figure's names are for people only
     */
    static Tickets of(Figure figure, List<TrialView> trials) {
        Map<String, TrialRole> roles =
                trials.stream().collect(Collectors.toMap(trial -> trial.id().value(), TrialView::role));
        var points = new ArrayList<Point>();
        figure.panels().getFirst().curves().stream()
                .filter(curve -> curve.kind() == Curve.Kind.CURVE)
                .forEach(curve -> points.addAll(points(curve, roles::get)));
        return new Tickets(figure.study(), points);
    }

    private static List<Point> points(Curve curve, Function<String, TrialRole> role) {
        // The dense runs, with which every curve begins, are rewound nowhere themselves.
        String rewind = curve.points().stream()
                .map(point -> role(point, role).rewind())
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
        return curve.points().stream()
                .map(point -> new Point(
                        rewind, role(point, role).level(), point.x(), point.mean(), point.std(), point.count()))
                .toList();
    }

    private static TrialRole role(dev.earlyphase.contracts.figure.Point point, Function<String, TrialRole> role) {
        return role.apply(point.samples().getFirst().trial());
    }
}
