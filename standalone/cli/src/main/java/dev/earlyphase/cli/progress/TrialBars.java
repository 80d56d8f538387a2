package dev.earlyphase.cli.progress;

import java.time.Duration;
import java.util.List;

import dev.earlyphase.cli.terminal.Words;
import dev.earlyphase.contracts.study.TrialView;

/** A line for each running trial: its name, a bar, iterations, the rate and the time left, in columns. */
final class TrialBars {
    private static final int SHORTEST_BAR = 6;
    private static final int LONGEST_BAR = 30;
    private static final int SHORTEST_NAME = 12;
    private static final String GAP = "  ";

    private TrialBars() {}

    private record Row(String name, double done, String iterations, String rate) {
        static Row of(TrialView trial) {
            int of = trial.endIteration() - trial.beginIteration();
            int at = Math.clamp(trial.iteration() - trial.beginIteration(), 0, of);
            return new Row(
                    TrialName.of(trial),
                    of == 0 ? 1 : (double) at / of,
                    Words.number(trial.iteration()) + " of " + Words.number(trial.endIteration()),
                    rate(trial));
        }

        private static String rate(TrialView trial) {
            Double rate = trial.iterationsPerSecond();
            if (rate == null || rate <= 0) {
                return "";
            }
            long left = Math.round((trial.endIteration() - trial.iteration()) / rate);
            return Words.rate(rate) + " it/s" + GAP + Words.time(Duration.ofSeconds(left));
        }
    }

    /** @param width of a line, at most, as long as there is room for a short name and bar */
    static List<String> lines(List<TrialView> trials, int width) {
        List<Row> rows = trials.stream().map(Row::of).toList();
        int iterations = widest(rows.stream().map(Row::iterations).toList());
        int rate = widest(rows.stream().map(Row::rate).toList());
        int left = width - iterations - rate - 3 * GAP.length() - 2;
        int name =
                Math.min(widest(rows.stream().map(Row::name).toList()), Math.max(SHORTEST_NAME, left - SHORTEST_BAR));
        int bar = Math.clamp(left - name, SHORTEST_BAR, LONGEST_BAR);
        return rows.stream()
                .map(row -> "%s%s[%s]%s%s%s%s"
                        .formatted(
                                left(row.name(), name),
                                GAP,
                                bar(row.done(), bar),
                                GAP,
                                right(row.iterations(), iterations),
                                GAP,
                                right(row.rate(), rate))
                        .stripTrailing())
                .toList();
    }

    /** @param done from 0 to 1 */
    static String bar(double done, int width) {
        int filled = Math.clamp((long) (done * width), 0, width);
        return "#".repeat(filled) + ".".repeat(width - filled);
    }

    private static int widest(List<String> texts) {
        return texts.stream().mapToInt(String::length).max().orElse(0);
    }

    private static String left(String text, int width) {
        return text.length() > width ? text.substring(0, width - 1) + "…" : text + " ".repeat(width - text.length());
    }

    private static String right(String text, int width) {
        return " ".repeat(width - text.length()) + text;
    }
}
