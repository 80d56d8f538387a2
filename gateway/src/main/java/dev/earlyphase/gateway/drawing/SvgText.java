package dev.earlyphase.gateway.drawing;

import java.util.Locale;
import java.util.regex.Pattern;

/** Text that is drawn around the panels. */
final class SvgText {
    static final String FAMILY = "Helvetica, Arial, 'Liberation Sans', sans-serif";

    /** Of a letter, in sizes of the font, about. */
    private static final double CHARACTER = 0.53;

    private static final Pattern NOT_IN_XML =
            Pattern.compile("[^\\t\\n\\r\\x20-\\uD7FF\\uE000-\\uFFFD\\x{10000}-\\x{10FFFF}]");

    private SvgText() {}

    static String of(double x, double y, int size, String weight, String colour, String text) {
        return String.format(
                Locale.ROOT,
                "<text x=\"%.1f\" y=\"%.1f\" font-family=\"%s\" font-size=\"%d\" font-weight=\"%s\" fill=\"%s\">%s</text>%n",
                x,
                y,
                FAMILY,
                size,
                weight,
                colour,
                escaped(text));
    }

    /** How wide a text is, about. */
    static double width(String text, int size) {
        return CHARACTER * size * text.length();
    }

    /** With a sign in the place of each character that XML does not allow; a name may have any. */
    static String wellFormed(String svg) {
        return NOT_IN_XML.matcher(svg).replaceAll("\uFFFD");
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
