package dev.earlyphase.reliability.chaos;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import dev.earlyphase.cli.terminal.TextTable;
import dev.earlyphase.cli.terminal.Words;
import dev.earlyphase.reliability.check.Check;
import dev.earlyphase.reliability.check.Checks;
import dev.earlyphase.reliability.fault.FaultKind;

/**
 * Several runs as tables.
 *
 * @param results in the order of the runs
 */
record ChaosReport(List<ChaosResult> results) {
    /** For a terminal. */
    List<String> lines() {
        var lines = new ArrayList<String>();
        var runs = new TextTable(
                "seed", "faults", "trials", "rows", "violations", "worker killed to running again", "time");
        results.forEach(result -> runs.row(
                Long.toString(result.seed()),
                Integer.toString(result.count()),
                Integer.toString(result.trials()),
                Integer.toString(result.rows()),
                Long.toString(violations(result)),
                recovery(result),
                Words.time(result.length())));
        lines.addAll(runs.lines());
        lines.add("");
        var kinds = new TextTable("fault", "injected");
        for (FaultKind kind : FaultKind.values()) {
            kinds.row(kind.words(), Integer.toString(injected(kind)));
        }
        lines.addAll(kinds.lines());
        return lines;
    }

    /** For a page. */
    String markdown() {
        var text = new StringBuilder(
                "| seed | faults | trials | rows compared | violations | killed worker's trial running again, median / longest | whole run |\n|---|---|---|---|---|---|---|\n");
        results.forEach(result -> text.append("| %d | %d | %d | %,d | %d | %s | %s |%n"
                .formatted(
                        result.seed(),
                        result.count(),
                        result.trials(),
                        result.rows(),
                        violations(result),
                        recovery(result),
                        Words.time(result.length()))));
        text.append("\n| fault | injected |\n|---|---|\n");
        for (FaultKind kind : FaultKind.values()) {
            text.append("| %s | %d |%n".formatted(kind.words(), injected(kind)));
        }
        text.append("\n| what must hold | runs in which it holds |\n|---|---|\n");
        for (Check check : Checks.ALL) {
            text.append("| %s | %d of %d |%n".formatted(check.sentence(), holding(check), results.size()));
        }
        return text.toString();
    }

    private int injected(FaultKind kind) {
        return results.stream()
                .mapToInt(result -> result.faults().getOrDefault(kind, 0))
                .sum();
    }

    private long holding(Check check) {
        return results.stream()
                .filter(result -> result.violations().get(check.sentence()).isEmpty())
                .count();
    }

    private static long violations(ChaosResult result) {
        return result.violations().values().stream().mapToLong(List::size).sum();
    }

    private static String recovery(ChaosResult result) {
        List<Duration> all = result.recoveries();
        return all.isEmpty()
                ? "none killed at work"
                : "%s / %s".formatted(Words.time(all.get(all.size() / 2)), Words.time(all.getLast()));
    }
}
