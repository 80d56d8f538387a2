package dev.earlyphase.cli.figure;

import java.util.List;
import java.util.stream.Stream;

import dev.earlyphase.contracts.figure.Curve;
import dev.earlyphase.contracts.figure.Figure;
import dev.earlyphase.contracts.figure.Panel;
import dev.earlyphase.contracts.figure.Point;
import dev.earlyphase.contracts.figure.Point.Sample;

/** A figure in which each seed has curves of its own, with its values in the place of means. */
final class EachSeed {
    private EachSeed() {}

    /** @param figure with the values of each seed; a point without them stays as it is */
    static Figure of(Figure figure) {
        List<Panel> panels = figure.panels().stream()
                .map(panel -> new Panel(
                        panel.title(),
                        panel.x(),
                        panel.y(),
                        panel.curves().stream().flatMap(EachSeed::curves).toList()))
                .toList();
        return new Figure(
                figure.study(),
                figure.figure(),
                figure.title(),
                figure.name(),
                figure.network(),
                figure.data(),
                figure.complete(),
                1,
                panels,
                figure.facts());
    }

    private static Stream<Curve> curves(Curve curve) {
        List<Long> seeds = curve.points().stream()
                .filter(point -> point.samples() != null)
                .flatMap(point -> point.samples().stream())
                .map(Sample::seed)
                .distinct()
                .sorted()
                .toList();
        return seeds.isEmpty() ? Stream.of(curve) : seeds.stream().map(seed -> of(curve, seed));
    }

    private static Curve of(Curve curve, long seed) {
        List<Point> points = curve.points().stream()
                .filter(point -> point.samples() != null)
                .flatMap(point -> point.samples().stream()
                        .filter(sample -> sample.seed() == seed)
                        .map(sample -> new Point(point.x(), point.label(), sample.value(), 0, 1, List.of(sample))))
                .toList();
        return new Curve(curve.name() + ", seed " + seed, curve.kind(), points);
    }
}
