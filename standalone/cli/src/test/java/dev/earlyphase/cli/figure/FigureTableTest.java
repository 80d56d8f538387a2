package dev.earlyphase.cli.figure;

import java.util.List;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import dev.earlyphase.contracts.figure.Axis;
import dev.earlyphase.contracts.figure.Curve;
import dev.earlyphase.contracts.figure.Curve.Kind;
import dev.earlyphase.contracts.figure.Fact;
import dev.earlyphase.contracts.figure.Figure;
import dev.earlyphase.contracts.figure.Panel;
import dev.earlyphase.contracts.figure.Point;
import dev.earlyphase.contracts.figure.Point.Sample;

import static org.assertj.core.api.Assertions.assertThat;

class FigureTableTest {
    private static final int WIDE = 200;

    @Test
    void densities_are_rows_from_the_dense_network_on_and_curves_are_columns() {
        Figure figure = figure(
                2,
                accuracies(
                        curve("rewound to 0it", point(1.0, 0.9762, 0.001, 2), point(0.8, 0.975, 0.0021, 2)),
                        curve("rewound to 200it", point(1.0, 0.9762, 0.001, 2), point(0.8, 0.98, 0, 2))));

        assertThat(FigureTable.lines(figure, WIDE))
                .containsExactly(
                        "figure-1: Accuracy by rewinding point",
                        "lenet-300-100 on MNIST, mean ± standard deviation over 2 seeds",
                        "",
                        "Pruning: Test accuracy (%)",
                        "Weights remaining (%)  rewound to 0it  rewound to 200it",
                        "100.0                    97.62 ± 0.10      97.62 ± 0.10",
                        "80.0                     97.50 ± 0.21      98.00 ± 0.00");
    }

    @Test
    void a_point_that_is_not_there_yet_is_a_dash_and_one_of_fewer_seeds_is_marked() {
        Figure figure = figure(
                2, accuracies(curve("0it", point(1.0, 0.9762, 0.001, 2)), curve("200it", point(0.8, 0.98, 0, 1))));

        assertThat(FigureTable.lines(figure, WIDE).subList(5, 8))
                .containsExactly(
                        "100.0                  97.62 ± 0.10       -",
                        "80.0                              -  98.00*",
                        "* of fewer seeds");
    }

    @Test
    void a_level_reference_is_told_once() {
        var dense = new Curve(
                "dense", Kind.REFERENCE, List.of(point(1.0, 0.9762, 0.001, 2), point(0.64, 0.9762, 0.001, 2)));
        Figure figure = figure(2, accuracies(curve("0it", point(0.8, 0.975, 0.0021, 2)), dense));

        assertThat(FigureTable.lines(figure, WIDE))
                .endsWith(
                        "Weights remaining (%)           0it",
                        "80.0                   97.50 ± 0.21", "dense, throughout: 97.62 ± 0.10");
    }

    @Test
    void a_study_that_still_runs_makes_a_partial_figure() {
        var partial = new Figure("id", "figure-1", "t", "n", "resnet-20", "CIFAR-10", false, 1, List.of(), List.of());

        assertThat(FigureTable.lines(partial, WIDE).get(1))
                .isEqualTo("resnet-20 on CIFAR-10, 1 seed, partial: trials are still to end");
    }

    @Test
    void densities_that_differ_by_a_weight_share_a_row() {
        Figure figure = figure(
                1,
                accuracies(curve("snip", point(0.2621, 0.9, 0, 1)), curve("magnitude", point(0.262144, 0.91, 0, 1))));

        assertThat(FigureTable.lines(figure, WIDE)).last().isEqualTo("26.2                   90.00      91.00");
    }

    @Test
    void positions_get_as_many_digits_as_tell_the_points_of_a_curve_apart() {
        var panel = new Panel(
                "Line",
                Axis.linear("Position"),
                Axis.linear("Loss"),
                List.of(curve("train", point(0.50001, 1, 0, 1), point(0.50002, 2, 0, 1))));

        assertThat(FigureTable.lines(figure(1, panel), WIDE)).endsWith("0.50001   1.000", "0.50002   2.000");
    }

    @Test
    void scattered_points_are_rows_with_their_labels() {
        var panel = new Panel(
                "Scatter",
                Axis.linear("Effective standard deviation"),
                Axis.share("Test accuracy"),
                List.of(new Curve(
                        "variants", Kind.SCATTER, List.of(new Point(0.0766, "noise:1", 0.9, 0.01, 2, null)))));

        assertThat(FigureTable.lines(figure(2, panel), WIDE))
                .endsWith(
                        "         Effective standard deviation  Test accuracy (%)",
                        "noise:1                        0.0766       90.00 ± 1.00");
    }

    @Test
    void a_long_curve_is_thinned_and_the_rows_of_the_csv_are_counted() {
        Point[] points = IntStream.rangeClosed(0, 4_000)
                .mapToObj(iteration -> point(iteration, 1, 0.5, 2))
                .toArray(Point[]::new);
        var panel = new Panel("Loss", Axis.log("Iteration"), Axis.linear("Loss"), List.of(curve("loss", points)));

        List<String> lines = FigureTable.lines(figure(2, panel), WIDE);

        assertThat(lines).hasSizeLessThan(32).anyMatch(line -> line.startsWith("4,000 "));
        assertThat(lines.getLast())
                .matches("\\d+ of 4,001 rows; of this panel --format csv has 8,002 rows, one for each seed");
    }

    @Test
    void facts_stand_beside_what_the_paper_reports() {
        var figure = new Figure(
                "id",
                "figure-3",
                "t",
                "n",
                "resnet-20",
                "CIFAR-10",
                true,
                1,
                List.of(),
                List.of(
                        new Fact("Signs changed by iteration 10", "2.9 %", "3 %", List.of()),
                        new Fact("Iterations", "400", null, List.of())));

        assertThat(FigureTable.lines(figure, WIDE))
                .endsWith("Signs changed by iteration 10  2.9 %  (paper: 3 %)", "Iterations                     400");
    }

    @Test
    void a_panel_without_points_says_so() {
        assertThat(FigureTable.lines(figure(1, accuracies(curve("0it"))), WIDE)).endsWith("no points yet");
    }

    @Test
    void each_seed_can_have_a_column_of_its_own() {
        var samples = List.of(new Sample(1, 0.97, "a", 100), new Sample(2, 0.98, "b", 100));
        Figure figure = figure(2, accuracies(curve("0it", new Point(1.0, null, 0.975, 0.007, 2, samples))));

        assertThat(FigureTable.lines(EachSeed.of(figure), WIDE))
                .endsWith(
                        "Weights remaining (%)  0it, seed 1  0it, seed 2",
                        "100.0                        97.00        98.00");
    }

    private static Figure figure(int seeds, Panel panel) {
        return new Figure(
                "id",
                "figure-1",
                "Accuracy by rewinding point",
                "tickets",
                "lenet-300-100",
                "MNIST",
                true,
                seeds,
                List.of(panel),
                List.of());
    }

    private static Panel accuracies(Curve... curves) {
        return new Panel("Pruning", Axis.density(), Axis.share("Test accuracy"), List.of(curves));
    }

    private static Curve curve(String name, Point... points) {
        return new Curve(name, Kind.CURVE, List.of(points));
    }

    private static Point point(double x, double mean, double std, int count) {
        return new Point(x, null, mean, std, count, null);
    }
}
