package dev.earlyphase.reliability.soak;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.earlyphase.cli.terminal.TextTable;

/**
 * How a resource did over a whole run.
 *
 * @param begin median of the first quarter that follows the warm-up, which is the first tenth
 * @param end median of the last quarter
 */
record Verdict(Subject subject, double begin, double end, Rule.Finding finding) {
    private static final double WARM = 0.1;
    private static final double QUARTER = 0.25;

    static Verdict of(Subject subject, List<Reading> readings) {
        double length = readings.getLast().second();
        double begin = median(readings.stream()
                .filter(reading -> reading.second() >= WARM * length && reading.second() <= (WARM + QUARTER) * length));
        double end = median(readings.stream().filter(reading -> reading.second() >= (1 - QUARTER) * length));
        return new Verdict(subject, begin, end, Rules.of(subject).judge(begin, end));
    }

    /** Of all that was read, by resource and name. */
    static List<Verdict> ofAll(List<Reading> readings) {
        return readings.stream()
                .collect(Collectors.groupingBy(Reading::subject, TreeMap::new, Collectors.toList()))
                .entrySet()
                .stream()
                .map(entry -> of(entry.getKey(), entry.getValue()))
                .toList();
    }

    static TextTable table(List<Verdict> verdicts) {
        var table = new TextTable("resource", "begin", "end", "growth", "finding", "by what").left(0, 4, 5);
        verdicts.forEach(verdict -> table.row(
                verdict.subject.toString(),
                verdict.shown(verdict.begin),
                verdict.shown(verdict.end),
                verdict.growth(),
                verdict.finding.name().toLowerCase(Locale.ROOT),
                verdict.finding == Rule.Finding.FLAT
                        ? ""
                        : Rules.of(verdict.subject).because()));
        return table;
    }

    private String shown(double value) {
        return "%.1f".formatted(subject.resource().shown(value)).replaceAll("\\.0$", "");
    }

    private String growth() {
        return begin == 0 ? "" : "%+.1f %%".formatted(100 * (end / begin - 1));
    }

    private static double median(Stream<Reading> readings) {
        double[] values = readings.mapToDouble(Reading::value).sorted().toArray();
        return values.length == 0
                ? Double.NaN
                : Arrays.stream(values).skip(values.length / 2).findFirst().getAsDouble();
    }
}
