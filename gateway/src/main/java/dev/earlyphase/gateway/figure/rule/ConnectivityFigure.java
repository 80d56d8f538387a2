package dev.earlyphase.gateway.figure.rule;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import dev.earlyphase.contracts.figure.Axis;
import dev.earlyphase.contracts.figure.Curve;
import dev.earlyphase.contracts.figure.Panel;
import dev.earlyphase.contracts.figure.Point;
import dev.earlyphase.contracts.figure.Point.Sample;
import dev.earlyphase.contracts.study.Recipe;
import dev.earlyphase.contracts.trial.Moment;
import dev.earlyphase.gateway.figure.rule.LineErrors.Line;
import dev.earlyphase.gateway.outcome.StudyOutcomes;
import dev.earlyphase.gateway.sample.Samples;

/**
 * Linear mode connectivity (Frankle et al. 2020): the error along the straight line between two runs that parted at k, a
 * panel for each k, and the barrier against k: the highest error on the line less the mean of those at its ends.
 */
final class ConnectivityFigure implements FigureRule {
    private static final List<String> SETS = List.of("test", "train");

    @Override
    public String name() {
        return "linear-connectivity";
    }

    @Override
    public String title() {
        return "Error between two runs that parted at k";
    }

    @Override
    public boolean appliesTo(StudyOutcomes study) {
        return study.request().recipe() == Recipe.LINEAR_CONNECTIVITY;
    }

    @Override
    public Content content(Evidence evidence) {
        var request = evidence.study().request();
        int perEpoch =
                request.training().resolve(request.network(), request.dataset()).iterationsPerEpoch(request.dataset());
        var lines = LineErrors.of(evidence);
        var byRewind = new TreeMap<Integer, List<Line>>();
        lines.forEach(line -> byRewind.computeIfAbsent(
                        Moment.parse(line.rewind()).iteration(perEpoch), none -> new ArrayList<>())
                .add(line));
        var panels = new ArrayList<Panel>();
        byRewind.values().forEach(here -> panels.add(along(here)));
        if (!byRewind.isEmpty()) {
            panels.add(barriers(byRewind));
        }
        return new Content(panels);
    }

    private static Panel along(List<Line> lines) {
        return new Panel(
                "k = " + lines.getFirst().rewind(),
                Axis.linear("Position on the line"),
                Axis.share("Error"),
                SETS.stream()
                        .map(set -> new Curve(set + " error", Curve.Kind.CURVE, points(set, lines)))
                        .toList());
    }

    private static List<Point> points(String set, List<Line> lines) {
        var byPosition = new TreeMap<Double, List<Sample>>();
        for (Line line : lines) {
            List<Double> errors = line.errors().getOrDefault(set, List.of());
            for (int i = 0; i < Math.min(errors.size(), line.positions().size()); i++) {
                if (errors.get(i) != null) {
                    byPosition
                            .computeIfAbsent(line.positions().get(i), none -> new ArrayList<>())
                            .add(line.sample(errors.get(i)));
                }
            }
        }
        return byPosition.entrySet().stream()
                .map(position -> Samples.point(position.getKey(), position.getValue()))
                .toList();
    }

    private static Panel barriers(Map<Integer, List<Line>> byRewind) {
        return new Panel(
                "Barrier",
                Axis.log("Iteration k at which the runs part"),
                Axis.share("Error barrier"),
                SETS.stream()
                        .map(set -> new Curve(set + " error", Curve.Kind.CURVE, barriers(set, byRewind)))
                        .toList());
    }

    private static List<Point> barriers(String set, Map<Integer, List<Line>> byRewind) {
        var points = new ArrayList<Point>();
        byRewind.forEach((iteration, lines) -> {
            var samples = lines.stream()
                    .flatMap(line -> line.barrier(set).stream().mapToObj(line::sample))
                    .toList();
            if (!samples.isEmpty()) {
                points.add(Samples.point(iteration, samples));
            }
        });
        return points;
    }
}
