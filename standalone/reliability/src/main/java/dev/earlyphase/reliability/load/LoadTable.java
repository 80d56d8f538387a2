package dev.earlyphase.reliability.load;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

import dev.earlyphase.cli.terminal.TextTable;
import dev.earlyphase.cli.terminal.Words;
import dev.earlyphase.reliability.load.crowd.Tally;
import dev.earlyphase.reliability.load.event.Hearing;

/** What was measured, as rows for people. */
record LoadTable(List<String> heads, List<List<String>> rows) {
    private static final String NONE = "–";

    static LoadTable reading(List<Tally> tallies) {
        return new LoadTable(
                List.of(
                        "asked for",
                        "clients",
                        "requests",
                        "a second",
                        "p50 ms",
                        "p95 ms",
                        "p99 ms",
                        "limit",
                        "refused",
                        "broken"),
                tallies.stream().map(LoadTable::row).toList());
    }

    static LoadTable submissions(List<Submission> submissions) {
        return new LoadTable(
                List.of("study handed in", "readers meanwhile", "seconds", "limit"),
                submissions.stream()
                        .map(one -> List.of(
                                Words.number(one.trials()) + " trials",
                                Words.number(one.readers()),
                                String.format(Locale.ROOT, "%.1f", one.seconds()),
                                "10" + (one.seconds() <= 10 ? "" : ", missed")))
                        .toList());
    }

    static LoadTable hearings(List<Hearing> hearings) {
        return new LoadTable(
                List.of(
                        "listeners",
                        "studies",
                        "seconds",
                        "changes",
                        "events",
                        "delay p50 ms",
                        "p95",
                        "p99",
                        "most",
                        "limit",
                        "longest silence ms",
                        "refused",
                        "broken"),
                hearings.stream().map(LoadTable::row).toList());
    }

    static LoadTable overloads(List<Overload> overloads) {
        return new LoadTable(
                List.of(
                        "what",
                        "clients",
                        "requests",
                        "a second",
                        "answered",
                        "refused",
                        "ill refused",
                        "broken",
                        "p95 ms of answers",
                        "well again after s",
                        "restarts"),
                overloads.stream().map(LoadTable::row).toList());
    }

    List<String> text() {
        var table = new TextTable(heads).left(0);
        rows.forEach(table::row);
        return table.lines();
    }

    List<String> markdown() {
        var lines = new ArrayList<String>();
        lines.add(line(heads));
        lines.add(line(heads.stream().map(head -> "---").toList()));
        rows.forEach(row -> lines.add(line(row)));
        return lines;
    }

    private static String line(List<String> cells) {
        return cells.stream().collect(Collectors.joining(" | ", "| ", " |"));
    }

    private static List<String> row(Tally tally) {
        var millis = tally.millis();
        return List.of(
                tally.name(),
                Words.number(tally.clients()),
                Words.number(tally.requests()),
                Words.rate(tally.rate()),
                millis == null ? NONE : Words.rate(millis.p50()),
                millis == null ? NONE : Words.rate(millis.p95()),
                millis == null ? NONE : Words.rate(millis.p99()),
                tally.limit() == 0
                        ? NONE
                        : Words.number((long) tally.limit()) + (tally.withinLimit() ? "" : ", missed"),
                Words.number(tally.refused()),
                Words.number(tally.broken()));
    }

    private static List<String> row(Hearing hearing) {
        var delays = hearing.delays();
        return List.of(
                Words.number(hearing.listeners()),
                Words.number(hearing.studies()),
                Words.number(hearing.length().toSeconds()),
                Words.number(hearing.changes()),
                Words.number(hearing.events()),
                delays == null ? NONE : Words.rate(delays.p50()),
                delays == null ? NONE : Words.rate(delays.p95()),
                delays == null ? NONE : Words.rate(delays.p99()),
                delays == null ? NONE : Words.rate(delays.most()),
                "1,000" + (delays != null && delays.p95() <= 1_000 ? "" : ", missed"),
                Words.number(hearing.longestSilence()),
                Words.number(hearing.refused()),
                Words.number(hearing.broken()));
    }

    private static List<String> row(Overload overload) {
        Tally tally = overload.tally();
        return List.of(
                overload.what(),
                Words.number(tally.clients()),
                Words.number(tally.requests()),
                Words.rate(tally.rate()),
                Words.number(tally.requests() - tally.refused() - tally.broken()),
                Words.number(tally.refused()),
                Words.number(tally.badRefusals()),
                Words.number(tally.broken()),
                tally.millis() == null ? NONE : Words.rate(tally.millis().p95()),
                overload.recovered() < 0 ? "never" : String.format(Locale.ROOT, "%.1f", overload.recovered()),
                Words.number(overload.restarts()));
    }
}
