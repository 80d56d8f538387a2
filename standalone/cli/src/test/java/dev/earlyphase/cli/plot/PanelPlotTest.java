package dev.earlyphase.cli.plot;

import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;

import dev.earlyphase.contracts.figure.Axis;
import dev.earlyphase.contracts.figure.Curve;
import dev.earlyphase.contracts.figure.Curve.Kind;
import dev.earlyphase.contracts.figure.Panel;
import dev.earlyphase.contracts.figure.Point;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

class PanelPlotTest {
    private static final Curve TICKETS =
            curve("rewound to 0it", Kind.CURVE, 1.0, 0.97, 0.8, 0.98, 0.64, 0.975, 0.2, 0.95);
    private static final Curve DENSE = curve("dense", Kind.REFERENCE, 1.0, 0.97, 0.2, 0.97);

    @Test
    void densities_fall_to_the_right_and_accuracies_rise_upwards() {
        assertThat(PanelPlot.lines(accuracies(TICKETS, DENSE), 50, 9, false, false))
                .containsExactly("""
                Test accuracy (%)
                98 +      o.
                   |    ..  ...
                   |  ..       .o..
                   |o..   ...   .........   ...   ...   ...   ...
                   |                     .....
                96 +                          ......
                   |                                .....
                   |                                     ......
                   |                                           ..o
                   ++------------------+-------------------------+
                   100                50                        20
                                Weights remaining (%)
                o rewound to 0it   .. dense
                """.split("\n"));
    }

    @Test
    void braille_draws_finer_lines_of_the_same_size() {
        List<String> lines = PanelPlot.lines(accuracies(TICKETS), 60, 10, true, false);

        assertThat(lines).allMatch(line -> line.length() <= 60);
        assertThat(String.join("\n", lines)).contains("●", "┤", "└", "┬", "Weights remaining (%)", "● rewound to 0it");
    }

    @Test
    void on_a_logarithmic_axis_decades_are_evenly_apart_and_0_stands_before_them() {
        var panel = new Panel(
                "loss",
                Axis.log("Iteration"),
                Axis.linear("Loss"),
                List.of(curve("loss", Kind.CURVE, 0, 3, 1, 2, 10, 1, 100, 0)));

        List<String> lines = PanelPlot.lines(panel, 45, 6, false, false);

        assertThat(lines.get(8).strip().split("\\s+")).containsExactly("0", "1", "10", "100");
        int ten = lines.get(8).indexOf("10 ");
        assertThat(lines.get(8).indexOf("100") - ten)
                .isCloseTo(ten - lines.get(8).indexOf("1 "), within(2));
    }

    @Test
    void a_colour_goes_with_each_curve_and_none_where_none_is_wanted() {
        assertThat(String.join("", PanelPlot.lines(accuracies(TICKETS, DENSE), 60, 8, true, true)))
                .contains("\033[36m●\033[0m rewound to 0it")
                .contains("\033[90m");
        assertThat(String.join("", PanelPlot.lines(accuracies(TICKETS, DENSE), 60, 8, true, false)))
                .doesNotContain("\033");
    }

    @Test
    void many_points_do_not_hide_the_line_under_marks() {
        var points = new ArrayList<Double>();
        for (int i = 1; i <= 400; i++) {
            points.add((double) i);
            points.add(1.0 / i);
        }
        var panel = new Panel(
                "loss",
                Axis.log("Iteration"),
                Axis.log("Loss"),
                List.of(curve(
                        "loss",
                        Kind.CURVE,
                        points.stream().mapToDouble(Double::doubleValue).toArray())));

        String drawn = String.join("\n", PanelPlot.lines(panel, 80, 12, true, false));

        assertThat(drawn.chars().filter(character -> character == '●').count()).isBetween(4L, 9L);
    }

    @Test
    void what_is_no_number_is_left_out_and_a_single_point_is_drawn() {
        Panel panel = accuracies(curve("one", Kind.CURVE, 1.0, 0.5, 0.8, Double.NaN));

        assertThat(String.join("\n", PanelPlot.lines(panel, 40, 5, false, false)))
                .containsOnlyOnce("+o")
                .contains("o one");
    }

    @Test
    void a_panel_without_points_has_no_drawing() {
        assertThat(PanelPlot.lines(accuracies(), 40, 5, true, false)).isEmpty();
    }

    private static Panel accuracies(Curve... curves) {
        return new Panel("Pruning", Axis.density(), Axis.share("Test accuracy"), List.of(curves));
    }

    /** @param values x and y in turn */
    private static Curve curve(String name, Kind kind, double... values) {
        var points = new ArrayList<Point>();
        for (int i = 0; i < values.length; i += 2) {
            points.add(new Point(values[i], null, values[i + 1], 0, 1, null));
        }
        return new Curve(name, kind, points);
    }
}
