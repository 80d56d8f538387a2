package dev.earlyphase.gateway.drawing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;

import dev.earlyphase.contracts.figure.Axis;
import dev.earlyphase.contracts.figure.Curve;
import dev.earlyphase.contracts.figure.Curve.Kind;
import dev.earlyphase.contracts.figure.Fact;
import dev.earlyphase.contracts.figure.Figure;
import dev.earlyphase.contracts.figure.Panel;
import dev.earlyphase.contracts.figure.Point;
import dev.earlyphase.contracts.figure.Point.Sample;
import dev.earlyphase.gateway.sample.Samples;

/** Draws made-up figures of every form into a folder, to be looked at. */
public final class Gallery {
    private static final int SEEDS = 5;

    private final Random random = new Random(7);

    public static void main(String... arguments) throws IOException {
        var folder = Files.createDirectories(Path.of(arguments[0]));
        for (Figure figure : new Gallery().figures()) {
            String svg = FigureSvg.of(figure);
            Files.writeString(folder.resolve(figure.figure() + ".svg"), svg);
            Files.write(folder.resolve(figure.figure() + ".png"), FigurePng.of(svg));
        }
    }

    List<Figure> figures() {
        return List.of(
                rewinding(),
                timeline(),
                telemetry(),
                shuffles(),
                scatter(),
                table(),
                pretraining(),
                hessian(),
                connectivity());
    }

    private Figure rewinding() {
        return figure(
                "figure-1",
                "Accuracy after iterative magnitude pruning, by rewinding point",
                List.of(DENSITY),
                List.of(
                        byDensity("rewound to 0it", Kind.CURVE, 0.03),
                        byDensity("rewound to 500it", Kind.CURVE, 0.009),
                        byDensity("rewound to 2000it", Kind.CURVE, 0.006),
                        level("dense", 0.917)));
    }

    private Figure shuffles() {
        var names = List.of(
                "shuffled globally",
                "shuffled within layers",
                "shuffled within filters",
                "shuffled within layers, same sign",
                "shuffled within filters, same sign",
                "magnitudes shuffled within layers, signs of W_0");
        var panels = new ArrayList<Panel>();
        for (String k : List.of("500it", "2000it")) {
            var curves = new ArrayList<Curve>();
            for (int i = 0; i < names.size(); i++) {
                curves.add(byDensity(names.get(i), Kind.CURVE, 0.03 - 0.003 * i));
            }
            curves.add(byDensity("unchanged (rewound to k)", Kind.REFERENCE, 0.008));
            curves.add(byDensity("rewound to 0it", Kind.REFERENCE, 0.03));
            panels.add(new Panel("k = " + k, Axis.density(), Axis.share("Test accuracy"), curves));
        }
        return figure("figure-5", "Weights shuffled at k", panels, false, List.of());
    }

    private Figure pretraining() {
        var panels = new ArrayList<Panel>();
        for (String task : List.of("Random labels", "Rotation", "Blur", "Blur and rotation")) {
            var curves = new ArrayList<Curve>();
            for (String epochs : List.of("2ep", "5ep", "10ep", "20ep", "40ep")) {
                curves.add(byDensity(epochs, Kind.CURVE, 0.03 * random.nextDouble()));
            }
            curves.add(byDensity("no pre-training, rewound to 0it", Kind.REFERENCE, 0.03));
            curves.add(byDensity("no pre-training, rewound to 500it", Kind.REFERENCE, 0.008));
            panels.add(new Panel(task, Axis.density(), Axis.share("Test accuracy"), curves));
        }
        return figure("figure-8", "Pre-training on tasks that lack something", panels, true, List.of());
    }

    private Figure telemetry() {
        var traced = IntStream.range(0, 10)
                .mapToObj(i -> overIterations(
                        "blocks." + i + ".conv1.weight[" + 17 * i + "]",
                        1,
                        x -> 0.1 * Math.sin(i) + 0.02 * i * Math.log1p(x) / 8))
                .toList();
        return figure(
                "figure-3",
                "Telemetry of the early phase",
                List.of(
                        one("Training loss", Axis.linear("Cross-entropy"), x -> 2.3 - 0.22 * Math.log1p(x)),
                        one("Test accuracy", Axis.share("Accuracy"), x -> 0.1 + 0.09 * Math.log1p(x)),
                        one("Test loss", Axis.linear("Cross-entropy"), x -> 2.3 - 0.2 * Math.log1p(x)),
                        one("Mean magnitude of weights", Axis.linear("Mean |w|"), x -> 0.0569 - 0.0006 * Math.log1p(x)),
                        one("Signs changed", Axis.share("Share of weights"), x -> 0.02 * Math.log1p(x)),
                        new Panel("Single weights, first seed", Axis.log("Iteration"), Axis.linear("w"), traced),
                        one("Mean magnitude of the gradient", Axis.log("Mean |g|"), x -> 0.01 / (1 + x) + 1e-4),
                        one("L2 norm of the gradient", Axis.log("|g|₂"), x -> 10 / (1 + x) + 0.3),
                        new Panel(
                                "L2 distance",
                                Axis.log("Iteration"),
                                Axis.linear("L2 distance"),
                                List.of(
                                        overIterations("to W_0", SEEDS, x -> 3 * Math.log1p(x)),
                                        overIterations("to W_T", SEEDS, x -> 40 - 2 * Math.log1p(x)))),
                        new Panel(
                                "Cosine similarity",
                                Axis.log("Iteration"),
                                Axis.linear("Cosine"),
                                List.of(
                                        overIterations("to W_0", SEEDS, x -> 1 - 0.05 * Math.log1p(x)),
                                        overIterations("to W_T", SEEDS, x -> 0.3 + 0.05 * Math.log1p(x))))),
                true,
                facts());
    }

    private Figure timeline() {
        DoubleUnaryOperator accuracy = x -> 0.1 + 0.085 * Math.log1p(x);
        DoubleUnaryOperator signs = x -> 0.02 * Math.log1p(x);
        var marks = List.of(
                mark(10, "2.9 % of signs changed", signs), mark(212, "gradient's minimum", accuracy),
                mark(300, "mean |w| at its minimum", accuracy), mark(391, "55.1 % accuracy after one epoch", accuracy),
                mark(1995, "80.2 % accuracy at iteration 2,000", accuracy),
                        mark(4000, "21.0 % of signs changed", signs));
        return figure(
                "figure-2",
                "Timeline of the early phase",
                List.of(new Panel(
                        "Dense network",
                        Axis.log("Iteration"),
                        Axis.share("Test accuracy, signs changed"),
                        List.of(
                                overIterations("test accuracy", SEEDS, accuracy),
                                overIterations("signs changed", SEEDS, signs),
                                new Curve("events", Kind.SCATTER, marks)))),
                true,
                facts());
    }

    private Figure scatter() {
        var panels = new ArrayList<Panel>();
        for (String k : List.of("500it", "2000it")) {
            panels.add(new Panel(
                    "k = " + k + ", 26.2 % of the weights",
                    Axis.linear("Effective standard deviation"),
                    Axis.share("Test accuracy"),
                    List.of(
                            scatter(
                                    "signs and magnitudes",
                                    "magnitudes of W_0, signs of W_k",
                                    "magnitudes redrawn, signs of W_k",
                                    "magnitudes of W_k, signs of W_0"),
                            scatter(
                                    "shuffles",
                                    "shuffled globally",
                                    "shuffled within layers",
                                    "shuffled within filters",
                                    "shuffled within layers, same sign",
                                    "shuffled within filters, same sign",
                                    "magnitudes shuffled within layers, signs of W_0"),
                            scatter("noise", "noise 0.5 σ", "noise 1 σ", "noise 2 σ", "noise 3 σ"))));
        }
        return figure(
                "figure-7",
                "Accuracy against the size of a perturbation",
                panels,
                true,
                List.of(
                        new Fact(
                                "Pearson's r at k = 500it",
                                "-0.71 (95 % confidence -0.91 to -0.26, p = 0.006, 13 points)",
                                "about -0.67, 14 points",
                                List.of()),
                        new Fact("Density", "26.2 % (level 6)", "26.2 % (level 6)", List.of())));
    }

    private Figure table() {
        var samples = IntStream.range(0, 5)
                .mapToObj(s -> sample(s, 0.917 + 0.002 * random.nextGaussian(), 62_560))
                .toList();
        return figure(
                "table-a1",
                "Accuracy of the dense network",
                List.of(new Panel(
                        "Dense network",
                        Axis.linear("Seed"),
                        Axis.share("Test accuracy"),
                        List.of(
                                new Curve(
                                        "one seed",
                                        Kind.SCATTER,
                                        samples.stream()
                                                .map(s -> Samples.point(s.seed(), List.of(s)))
                                                .toList()),
                                new Curve(
                                        "mean over seeds",
                                        Kind.REFERENCE,
                                        List.of(Samples.point(0, samples), Samples.point(4, samples)))))),
                true,
                facts());
    }

    private Figure hessian() {
        var curves = new ArrayList<Curve>();
        for (int i = 0; i < 10; i++) {
            double height = 10 - i;
            curves.add(snapshots("eigenvalue " + (i + 1), Kind.CURVE, x -> height * Math.log1p(x) / 2));
        }
        curves.add(snapshots("edge of stability", Kind.REFERENCE, x -> 38));
        return figure(
                "hessian",
                "Largest eigenvalues of the Hessian, and the gradient's share in their space",
                List.of(
                        new Panel("Largest eigenvalues", Axis.log("Iteration"), Axis.linear("Eigenvalue"), curves),
                        new Panel(
                                "Gradient in the space of these",
                                Axis.log("Iteration"),
                                Axis.share("Share of the squared gradient"),
                                List.of(snapshots("gradient's share", Kind.CURVE, x -> 0.1 + 0.07 * Math.log1p(x))))),
                true,
                List.of());
    }

    private Figure connectivity() {
        var panels = new ArrayList<Panel>();
        for (String k : List.of("0it", "500it", "2000it")) {
            panels.add(new Panel(
                    "k = " + k,
                    Axis.linear("Position on the line"),
                    Axis.share("Error"),
                    List.of(line("test error", 0.08), line("train error", 0.01))));
        }
        panels.add(new Panel(
                "Barrier",
                Axis.log("Iteration k at which the runs part"),
                Axis.share("Error barrier"),
                List.of(
                        new Curve("test error", Kind.CURVE, List.of(point(0, 0.8), point(500, 0.1), point(2000, 0.01))),
                        new Curve(
                                "train error",
                                Kind.CURVE,
                                List.of(point(0, 0.85), point(500, 0.12), point(2000, 0.005))))));
        return figure("linear-connectivity", "Error between two runs that parted at k", panels, true, List.of());
    }

    private static final Panel DENSITY =
            new Panel("Iterative magnitude pruning", Axis.density(), Axis.share("Test accuracy"), List.of());

    private static Figure figure(String name, String title, List<Panel> like, List<Curve> curves) {
        var panel = like.getFirst();
        return figure(name, title, List.of(new Panel(panel.title(), panel.x(), panel.y(), curves)), true, List.of());
    }

    private static Figure figure(String name, String title, List<Panel> panels, boolean complete, List<Fact> facts) {
        return new Figure(
                "0123456789abcdef0123",
                name,
                title,
                "gallery",
                "resnet-20",
                "CIFAR-10, JPEG copy",
                complete,
                SEEDS,
                panels,
                facts);
    }

    private static List<Fact> facts() {
        return List.of(
                new Fact("Signs changed by iteration 10", "2.90 % ± 0.20 %", "about 3 %", List.of()),
                new Fact(
                        "Minimum of the gradient's L2 norm (running median of 25 iterations)",
                        "iteration 212 ± 14",
                        "about iteration 200",
                        List.of()),
                new Fact("Test accuracy after one epoch", "55.10 % ± 1.10 %", "about 55 %", List.of()));
    }

    private Curve byDensity(String name, Kind kind, double loss) {
        return new Curve(
                name,
                kind,
                IntStream.rangeClosed(0, 11)
                        .mapToObj(level -> seeded(Math.pow(0.8, level), 0.915 - loss * level * level / 30))
                        .toList());
    }

    private Curve level(String name, double value) {
        return new Curve(name, Kind.REFERENCE, List.of(seeded(1, value), seeded(Math.pow(0.8, 11), value)));
    }

    private Panel one(String title, Axis y, DoubleUnaryOperator value) {
        return new Panel(title, Axis.log("Iteration"), y, List.of(overIterations(title, SEEDS, value)));
    }

    private Curve overIterations(String name, int seeds, DoubleUnaryOperator value) {
        return new Curve(
                name,
                Kind.CURVE,
                IntStream.range(0, 400)
                        .map(i -> (int) Math.round(Math.expm1(i * Math.log(4001) / 399)))
                        .distinct()
                        .mapToObj(x -> seeded(x, seeds, value.applyAsDouble(x)))
                        .toList());
    }

    private Curve snapshots(String name, Kind kind, DoubleUnaryOperator value) {
        return new Curve(
                name,
                kind,
                IntStream.of(0, 1, 2, 5, 10, 22, 46, 100, 215, 464, 1000, 2154, 4642, 10000, 21544, 46416, 62560)
                        .mapToObj(x -> point(x, value.applyAsDouble(x)))
                        .toList());
    }

    private Curve line(String name, double height) {
        return new Curve(
                name,
                Kind.CURVE,
                IntStream.range(0, 30)
                        .mapToObj(i -> point(i / 29.0, height + 0.7 * (0.25 - Math.pow(i / 29.0 - 0.5, 2)) * 4))
                        .toList());
    }

    private Curve scatter(String name, String... labels) {
        return new Curve(
                name,
                Kind.SCATTER,
                IntStream.range(0, labels.length)
                        .mapToObj(i -> {
                            double x = 0.02 + 0.1 * random.nextDouble();
                            var point = seeded(x, 0.92 - 0.3 * x);
                            return new Point(x, labels[i], point.mean(), point.std(), SEEDS, point.samples());
                        })
                        .toList());
    }

    private Point mark(double x, String label, DoubleUnaryOperator value) {
        return Samples.point(x, label, List.of(sample(0, value.applyAsDouble(x), (int) x)));
    }

    private Point point(double x, double value) {
        return seeded(x, value).aggregated();
    }

    private Point seeded(double x, double value) {
        return seeded(x, SEEDS, value).aggregated();
    }

    private Point seeded(double x, int seeds, double value) {
        return Samples.point(
                        x,
                        IntStream.range(0, seeds)
                                .mapToObj(seed -> sample(seed, value * (1 + 0.003 * random.nextGaussian()), (int) x))
                                .toList())
                .aggregated();
    }

    private static Sample sample(long seed, double value, int iteration) {
        return new Sample(seed, value, "ab".repeat(32), iteration);
    }
}
