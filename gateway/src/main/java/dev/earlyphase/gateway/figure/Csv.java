package dev.earlyphase.gateway.figure;

import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.earlyphase.contracts.study.AccuracyByDensity;

/** Tables as RFC 4180 has them: a header row, lines ended by CR LF, quotes where a field needs them. */
final class Csv {
    private static final Pattern NEEDS_QUOTES = Pattern.compile("[\",\r\n]");

    private Csv() {}

    /** One row a point; accuracies from 0 to 1, {@code rewind} empty for dense runs alone. */
    static String of(AccuracyByDensity figure) {
        var header = Stream.of("rewind", "level", "density", "accuracy_mean", "accuracy_std", "seeds", "complete");
        var rows = figure.points().stream()
                .map(point -> Stream.of(
                        point.rewind(),
                        point.level(),
                        point.density(),
                        point.accuracyMean(),
                        point.accuracyStd(),
                        point.seeds(),
                        figure.complete()));
        return Stream.concat(Stream.of(header), rows).map(Csv::line).collect(Collectors.joining());
    }

    private static String line(Stream<?> fields) {
        return fields.map(Csv::field).collect(Collectors.joining(",", "", "\r\n"));
    }

    /** Null is an empty field. */
    static String field(Object value) {
        String text = value == null ? "" : value.toString();
        return NEEDS_QUOTES.matcher(text).find() ? '"' + text.replace("\"", "\"\"") + '"' : text;
    }
}
