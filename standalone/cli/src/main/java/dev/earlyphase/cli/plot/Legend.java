package dev.earlyphase.cli.plot;

import java.util.ArrayList;
import java.util.List;

import dev.earlyphase.contracts.figure.Curve;
import dev.earlyphase.contracts.figure.Curve.Kind;

/** Which mark and colour stand for which curve. */
final class Legend {
    private static final String GAP = "   ";

    private Legend() {}

    /** In as many lines as it takes. */
    static List<String> lines(List<Curve> curves, Glyphs glyphs, boolean colours, int width) {
        var lines = new ArrayList<String>();
        var line = new StringBuilder();
        int length = 0;
        for (int number = 0; number < curves.size(); number++) {
            Curve curve = curves.get(number);
            String mark = curve.kind() == Kind.REFERENCE ? glyphs.reference() : String.valueOf(glyphs.mark(number));
            String name = cut(curve.name(), width - mark.length() - 1);
            int needed = mark.length() + 1 + name.length();
            if (length > 0 && length + GAP.length() + needed > width) {
                lines.add(line.toString());
                line.setLength(0);
                length = 0;
            }
            if (length > 0) {
                line.append(GAP);
                length += GAP.length();
            }
            line.append(ink(curves, number, colours).on(mark)).append(' ').append(name);
            length += needed;
        }
        lines.add(line.toString());
        return lines;
    }

    static Ink ink(List<Curve> curves, int number, boolean colours) {
        return curves.get(number).kind() == Kind.REFERENCE ? Ink.ofReference(colours) : Ink.ofCurve(number, colours);
    }

    private static String cut(String text, int width) {
        return text.length() <= width ? text : text.substring(0, Math.max(0, width - 1)) + "…";
    }
}
