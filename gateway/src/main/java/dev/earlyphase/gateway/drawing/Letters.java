package dev.earlyphase.gateway.drawing;

import java.awt.geom.AffineTransform;
import java.awt.geom.GeneralPath;
import java.awt.geom.PathIterator;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Locale;

import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;

/** Text as outlines in Liberation Sans, whose letters are as wide as Arial's. Asks neither AWT nor the system for a font. */
final class Letters {
    private static final String FONT = "/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf";
    private static final Letters ONCE = new Letters();

    private final TrueTypeFont font;
    private final CmapLookup glyphs;
    private final double unitsPerEm;

    private Letters() {
        try (InputStream file = TrueTypeFont.class.getResourceAsStream(FONT)) {
            font = new TTFParser().parse(new RandomAccessReadBuffer(file.readAllBytes()));
            glyphs = font.getUnicodeCmapLookup();
            unitsPerEm = font.getUnitsPerEm();
        } catch (IOException failure) {
            throw new UncheckedIOException("the font of drawings cannot be read", failure);
        }
    }

    /** The outline of a text as SVG has it, its base line at 0. */
    record Outline(String path, double width) {}

    /** @param size in pixels */
    static Outline outline(String text, double size) {
        return ONCE.draw(text, size / ONCE.unitsPerEm);
    }

    /** The font is read glyph by glyph from one place. */
    private synchronized Outline draw(String text, double scale) {
        var path = new StringBuilder();
        double across = 0;
        try {
            for (int character : text.codePoints().toArray()) {
                int glyph = glyphs.getGlyphId(character);
                var data = font.getGlyph().getGlyph(glyph);
                if (data != null) {
                    GeneralPath shape = data.getPath();
                    append(path, shape, new AffineTransform(scale, 0, 0, -scale, across, 0));
                }
                across += font.getAdvanceWidth(glyph) * scale;
            }
        } catch (IOException failure) {
            throw new UncheckedIOException("the font of drawings cannot be read", failure);
        }
        return new Outline(path.toString(), across);
    }

    private static void append(StringBuilder path, GeneralPath shape, AffineTransform place) {
        double[] at = new double[6];
        for (PathIterator steps = shape.getPathIterator(place); !steps.isDone(); steps.next()) {
            switch (steps.currentSegment(at)) {
                case PathIterator.SEG_MOVETO -> step(path, 'M', at, 2);
                case PathIterator.SEG_LINETO -> step(path, 'L', at, 2);
                case PathIterator.SEG_QUADTO -> step(path, 'Q', at, 4);
                case PathIterator.SEG_CUBICTO -> step(path, 'C', at, 6);
                default -> path.append('Z');
            }
        }
    }

    private static void step(StringBuilder path, char command, double[] at, int count) {
        path.append(command);
        for (int i = 0; i < count; i++) {
            path.append(String.format(Locale.ROOT, "%.2f ", at[i]));
        }
    }
}
