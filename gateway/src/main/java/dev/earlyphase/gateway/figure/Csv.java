package dev.earlyphase.gateway.figure;

import java.io.IOException;
import java.util.Arrays;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import dev.earlyphase.contracts.figure.Curve;
import dev.earlyphase.contracts.figure.Figure;
import dev.earlyphase.contracts.figure.Panel;
import dev.earlyphase.contracts.figure.Point;

/** Tables as RFC 4180 has them: a header row, lines ended by CR LF, quotes where a field needs them. */
final class Csv {
    private static final String HEADER = "figure,panel,curve,x,mean,std,count,seed,value,trial,iteration,complete\r\n";
    private static final Pattern NEEDS_QUOTES = Pattern.compile("[\",\r\n]");

    private Csv() {}

    /**
     * A line for each sample, beside the point that it belongs to; what is drawn as per cent is a share of one. Written as it
     * goes along: with many seeds a table is larger than memory should be.
     */
    static void write(Figure figure, Appendable table) throws IOException {
        table.append(HEADER);
        for (Panel panel : figure.panels()) {
            for (Curve curve : panel.curves()) {
                for (Point point : curve.points()) {
                    write(figure, panel, curve, point, table);
                }
            }
        }
    }

    private static void write(Figure figure, Panel panel, Curve curve, Point point, Appendable table)
            throws IOException {
        String name = point.label() == null ? curve.name() : curve.name() + ": " + point.label();
        String shared = line(figure.figure(), panel.title(), name, point.x(), point.mean(), point.std(), point.count());
        for (Point.Sample sample : point.samples()) {
            table.append(shared)
                    .append(',')
                    .append(line(sample.seed(), sample.value(), sample.trial(), sample.iteration(), figure.complete()))
                    .append("\r\n");
        }
    }

    private static String line(Object... fields) {
        return Arrays.stream(fields).map(Csv::field).collect(Collectors.joining(","));
    }

    /** Null is an empty field. */
    static String field(Object value) {
        String text = value == null ? "" : value.toString();
        return NEEDS_QUOTES.matcher(text).find() ? '"' + text.replace("\"", "\"\"") + '"' : text;
    }
}
