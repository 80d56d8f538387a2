package dev.earlyphase.gateway.drawing;

import java.io.ByteArrayInputStream;
import java.io.StringReader;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Node;
import org.xml.sax.InputSource;

import dev.earlyphase.contracts.figure.Axis;
import dev.earlyphase.contracts.figure.Curve;
import dev.earlyphase.contracts.figure.Fact;
import dev.earlyphase.contracts.figure.Figure;
import dev.earlyphase.contracts.figure.Panel;
import dev.earlyphase.contracts.figure.Point;
import dev.earlyphase.contracts.figure.Point.Sample;

import static org.assertj.core.api.Assertions.assertThat;

class FigureSvgTest {
    static List<Figure> gallery() {
        return new Gallery().figures();
    }

    @ParameterizedTest
    @MethodSource("gallery")
    void every_form_of_figure_is_drawn_with_its_titles_axes_and_facts(Figure figure) throws Exception {
        var drawn = texts(FigureSvg.of(figure));

        assertThat(drawn).contains(figure.title());
        for (Panel panel : figure.panels()) {
            assertThat(drawn)
                    .contains(panel.title(), panel.x().name(), panel.y().name());
        }
        for (Fact fact : figure.facts()) {
            assertThat(drawn).anyMatch(text -> text.startsWith(fact.name() + ": " + fact.value()));
        }
    }

    @ParameterizedTest
    @MethodSource("gallery")
    void curves_that_share_a_panel_are_in_the_legend(Figure figure) throws Exception {
        var drawn = texts(FigureSvg.of(figure));

        for (Panel panel : figure.panels()) {
            if (panel.curves().size() > 1) {
                assertThat(drawn)
                        .containsAll(panel.curves().stream().map(Curve::name).toList());
            }
        }
    }

    @Test
    void densities_fall_to_the_right() throws Exception {
        var drawn = texts(FigureSvg.of(figure(true, curve("rewound to 0it", 3, 2))));

        assertThat(drawn).containsSubsequence("100", "80.0", "64.0", "51.2");
    }

    @Test
    void many_levels_have_no_more_labels_than_there_is_room_for() throws Exception {
        var drawn = texts(FigureSvg.of(figure(true, curve("rewound to 0it", 40, 2))));

        assertThat(drawn).contains("100").doesNotContain("80.0");
        assertThat(drawn).hasSizeLessThan(40);
    }

    @Test
    void a_study_under_way_is_drawn_as_partial() throws Exception {
        var drawn = texts(FigureSvg.of(figure(false, curve("rewound to 0it", 1, 1))));

        assertThat(drawn).contains("lenet-300-100 on MNIST <1> – partial: 1 seed");
    }

    @Test
    void without_results_the_axes_are_drawn() throws Exception {
        var drawn = texts(FigureSvg.of(figure(false)));

        assertThat(drawn).contains("Weights remaining (%)", "Test accuracy (%)");
        assertThat(drawn).anyMatch(text -> text.endsWith("partial: no result yet"));
    }

    @Test
    void without_panels_there_is_a_title() throws Exception {
        var empty = new Figure("id", "figure-8", "Pre-training", "n", "n", "d", false, 0, List.of(), List.of());

        assertThat(texts(FigureSvg.of(empty))).contains("Pre-training");
    }

    @Test
    void each_seed_is_a_line_of_its_own_where_there_are_samples() {
        var samples = List.of(new Sample(0, 0.9, "a", 1), new Sample(1, 0.8, "b", 1));
        var with = new Curve(
                "c",
                Curve.Kind.CURVE,
                List.of(new Point(1, null, 0.85, 0.07, 2, samples), new Point(0.8, null, 0.85, 0.07, 2, samples)));
        var without = new Curve(
                "c",
                Curve.Kind.CURVE,
                with.points().stream().map(Point::aggregated).toList());

        assertThat(paths(FigureSvg.of(figure(true, with)))).isEqualTo(paths(FigureSvg.of(figure(true, without))) + 2);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<img src=x onerror=alert(1)>",
                "</text><script>alert(1)</script>",
                "]]><script/>",
                "&lt;script&gt; &#60;b&#62; &amp",
                "\" onload=\"alert(1)",
                "\u0001\u0008\u001b\uffff",
                "\u202egnp.exe"
            })
    void names_are_text_whatever_they_say(String name) throws Exception {
        var point = new Point(0.8, name, 0.97, 0.002, 2, null);
        var panel = new Panel(
                name,
                Axis.linear(name),
                Axis.share(name),
                List.of(new Curve(name, Curve.Kind.CURVE, List.of(point)), curve("other", 2, 2)));
        var figure = new Figure(
                "id",
                "figure-1",
                name,
                name,
                name,
                name,
                true,
                2,
                List.of(panel),
                List.of(new Fact(name, name, null, List.of())));

        String svg = FigureSvg.of(figure);

        assertThat(elements(svg))
                .doesNotContain("script", "img", "b")
                .allMatch(Pattern.compile("[a-z]+").asPredicate());
        assertThat(attributes(svg)).noneMatch(attribute -> attribute.startsWith("on"));
        assertThat(FigurePng.of(svg)).isNotEmpty();
    }

    @Test
    void as_png_it_has_two_pixels_for_each_of_the_drawing() throws Exception {
        byte[] png = FigurePng.of(FigureSvg.of(figure(true, curve("rewound to 0it", 3, 2))));

        var image = ImageIO.read(new ByteArrayInputStream(png));
        assertThat(image.getWidth()).isEqualTo(2 * 788);
        int darkestOfTitle = IntStream.range(0, image.getWidth())
                .map(x -> image.getRGB(x, 40) & 0xff)
                .min()
                .orElseThrow();
        assertThat(darkestOfTitle).isLessThan(64);
    }

    private static Figure figure(boolean complete, Curve... curves) {
        int seeds = List.of(curves).stream()
                .flatMap(curve -> curve.points().stream())
                .mapToInt(Point::count)
                .max()
                .orElse(0);
        var panel = new Panel("IMP", Axis.density(), Axis.share("Test accuracy"), List.of(curves));
        return new Figure(
                "id",
                "figure-1",
                "title",
                "tickets",
                "lenet-300-100",
                "MNIST <1>",
                complete,
                seeds,
                List.of(panel),
                List.of());
    }

    private static Curve curve(String name, int levels, int seeds) {
        return new Curve(
                name,
                Curve.Kind.CURVE,
                IntStream.rangeClosed(0, levels)
                        .mapToObj(level ->
                                new Point(Math.pow(0.8, level), null, 0.97 - 0.001 * level, 0.002, seeds, null))
                        .toList());
    }

    private static int paths(String svg) {
        return svg.split("<path ").length - 1;
    }

    private static List<String> elements(String svg) throws Exception {
        return nodes(svg).map(Node::getNodeName).toList();
    }

    private static List<String> attributes(String svg) throws Exception {
        return nodes(svg)
                .map(Node::getAttributes)
                .flatMap(all -> IntStream.range(0, all.getLength())
                        .mapToObj(i -> all.item(i).getNodeName()))
                .toList();
    }

    private static Stream<Node> nodes(String svg) throws Exception {
        var all = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new InputSource(new StringReader(svg)))
                .getElementsByTagName("*");
        return IntStream.range(0, all.getLength()).mapToObj(all::item);
    }

    /** All texts of the drawing, which must be well-formed XML. */
    private static List<String> texts(String svg) throws Exception {
        var document =
                DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new InputSource(new StringReader(svg)));
        var texts = document.getElementsByTagName("text");
        return IntStream.range(0, texts.getLength())
                .mapToObj(i -> texts.item(i).getTextContent().strip())
                .toList();
    }
}
