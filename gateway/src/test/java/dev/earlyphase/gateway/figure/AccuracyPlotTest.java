package dev.earlyphase.gateway.figure;

import java.io.StringReader;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;

import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;

import dev.earlyphase.contracts.study.AccuracyByDensity;
import dev.earlyphase.contracts.study.AccuracyByDensity.Point;

import static org.assertj.core.api.Assertions.assertThat;

class AccuracyPlotTest {
    @Test
    void a_drawing_names_network_data_seeds_densities_and_rewinding_points() throws Exception {
        var drawn = texts(AccuracyPlot.svg(figure(true, curve("0it", 3, 2), curve("200it", 3, 2))));

        assertThat(drawn)
                .contains(
                        "lenet-300-100 on MNIST <1>",
                        "mean ± sample standard deviation over 2 seeds",
                        "Weights remaining (%)",
                        "Test accuracy (%)",
                        "100",
                        "80.0",
                        "64.0",
                        "51.2",
                        "0it",
                        "200it");
    }

    @Test
    void densities_fall_to_the_right() throws Exception {
        var drawn = texts(AccuracyPlot.svg(figure(true, curve("0it", 3, 2))));

        assertThat(drawn).containsSubsequence("100", "80.0", "64.0", "51.2");
    }

    @Test
    void a_study_under_way_is_drawn_as_partial() throws Exception {
        var drawn = texts(AccuracyPlot.svg(figure(false, curve("0it", 1, 1))));

        assertThat(drawn).contains("partial: 1 seed");
    }

    @Test
    void many_levels_have_no_more_labels_than_there_is_room_for() throws Exception {
        var drawn = texts(AccuracyPlot.svg(figure(true, curve("0it", 40, 2))));

        assertThat(drawn).contains("100").doesNotContain("80.0");
        assertThat(drawn).hasSizeLessThan(40);
    }

    @Test
    void without_results_the_axes_are_drawn() throws Exception {
        var drawn = texts(AccuracyPlot.svg(figure(false)));

        assertThat(drawn).contains("partial: no result yet", "Weights remaining (%)", "Test accuracy (%)");
    }

    @Test
    void dense_runs_alone_are_drawn() throws Exception {
        var drawn = texts(AccuracyPlot.svg(figure(true, curve(null, 0, 3))));

        assertThat(drawn).contains("none", "100");
    }

    @SafeVarargs
    @SuppressWarnings("varargs")
    private static AccuracyByDensity figure(boolean complete, List<Point>... curves) {
        var points = Stream.of(curves).flatMap(List::stream).toList();
        return new AccuracyByDensity(
                "id", AccuracyByDensity.FIGURE, "tickets", "lenet-300-100", "MNIST <1>", complete, points);
    }

    private static List<Point> curve(String rewind, int levels, int seeds) {
        return IntStream.rangeClosed(0, levels)
                .mapToObj(level -> new Point(rewind, level, Math.pow(0.8, level), 0.97 - 0.001 * level, 0.002, seeds))
                .toList();
    }

    /** All texts of the drawing, which must be well-formed XML. */
    private static List<String> texts(String svg) throws Exception {
        Document document =
                DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new InputSource(new StringReader(svg)));
        var texts = document.getElementsByTagName("text");
        return IntStream.range(0, texts.getLength())
                .mapToObj(i -> texts.item(i).getTextContent().strip())
                .toList();
    }
}
