package dev.earlyphase.gateway.drawing;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import dev.earlyphase.contracts.figure.Curve;
import dev.earlyphase.contracts.figure.Figure;
import dev.earlyphase.contracts.figure.Panel;

/**
 * How a curve looks.
 *
 * @param shape number of the mark in the plotting library; negative for none
 * @param line how it is stroked; null for points that are not joined
 */
record Style(String colour, int shape, Stroke line) {
    /** With more points marks and bars would run into each other. */
    static final int FEW = 16;

    /** Okabe and Ito's palette, which colour-blind people can tell apart; without its yellow, too pale on white. */
    private static final List<String> COLOURS =
            List.of("#0072B2", "#D55E00", "#009E73", "#CC79A7", "#E69F00", "#56B4E9", "#000000");
    /** Circle, triangle and square, then hollow: they come round sooner than the colours, so that no pair repeats. */
    private static final List<Integer> SHAPES = List.of(16, 17, 15, 1, 2, 0);
    /** Where the colours come round, lines without marks need something else to be told apart by. */
    private static final List<Stroke> ROUNDS = List.of(Stroke.SOLID, Stroke.DOTTED, Stroke.TWODASH);

    private static final List<Style> REFERENCES = List.of(
            new Style("#4D4D4D", -1, Stroke.DASHED),
            new Style("#8C8C8C", -1, Stroke.DOTTED),
            new Style("#8C8C8C", -1, Stroke.LONGDASH),
            new Style("#4D4D4D", -1, Stroke.DOTDASH));

    /** Ways to stroke a line, by their names in the plotting library. */
    enum Stroke {
        SOLID(""),
        DASHED("8 6"),
        DOTTED("2 4"),
        LONGDASH("14 5"),
        DOTDASH("2 4 8 4"),
        TWODASH("12 4 4 4");

        private final String dashes;

        Stroke(String dashes) {
            this.dashes = dashes;
        }

        String id() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** Lengths of strokes and gaps in a legend; empty for a solid line. */
        String dashes() {
            return dashes;
        }
    }

    /** A style for each name of a curve, the same in all panels. */
    static Map<String, Style> of(Figure figure) {
        var styles = new LinkedHashMap<String, Style>();
        int references = 0;
        for (Panel panel : figure.panels()) {
            // A curve that is alone in its panel needs no colour of its own.
            if (panel.curves().size() > 1) {
                for (Curve curve : panel.curves()) {
                    if (!curve.points().isEmpty() && !styles.containsKey(curve.name())) {
                        boolean reference = curve.kind() == Curve.Kind.REFERENCE;
                        styles.put(
                                curve.name(),
                                reference
                                        ? REFERENCES.get(references % REFERENCES.size())
                                        : numbered(styles.size() - references, curve));
                        references += reference ? 1 : 0;
                    }
                }
            }
        }
        return styles;
    }

    /** Of a curve that is alone in its panel. */
    static Style alone(Curve curve) {
        return numbered(0, curve);
    }

    private static Style numbered(int number, Curve curve) {
        boolean scatter = curve.kind() == Curve.Kind.SCATTER;
        return new Style(
                COLOURS.get(number % COLOURS.size()),
                scatter || curve.points().size() <= FEW ? SHAPES.get(number % SHAPES.size()) : -1,
                scatter ? null : ROUNDS.get(number / COLOURS.size() % ROUNDS.size()));
    }
}
