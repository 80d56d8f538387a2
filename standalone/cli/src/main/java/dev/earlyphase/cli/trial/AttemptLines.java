package dev.earlyphase.cli.trial;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import dev.earlyphase.cli.terminal.Words;
import dev.earlyphase.contracts.study.AttemptView;

/** An attempt in lines, each with its time and its number: that it began, what its worker put down, how it ended. */
final class AttemptLines {
    private static final String LOG_GAP = "  ";

    private AttemptLines() {}

    static String begin(AttemptView attempt) {
        String from = attempt.resumed() == null
                ? "from its begin"
                : "from %dit, where an earlier one left off".formatted(attempt.resumed());
        return line(
                attempt.began(),
                attempt.number(),
                "began on %s%s, %s"
                        .formatted(
                                attempt.worker(), attempt.engine() == null ? "" : " with " + attempt.engine(), from));
    }

    /** @param log what its worker put down; empty for nothing */
    static List<String> rest(AttemptView attempt, Optional<String> log) {
        var lines = new ArrayList<String>();
        log.ifPresent(text -> text.lines().forEach(line -> lines.add(logged(line, attempt.number()))));
        if (attempt.ended() != null) {
            lines.add(end(attempt));
            if (log.isEmpty()) {
                lines.add("    (no log of it: its worker could not write one)");
            }
        }
        return lines;
    }

    static String end(AttemptView attempt) {
        String at = attempt.iteration() == null ? "" : " at " + attempt.iteration() + "it";
        String why = attempt.cause() == null ? "" : ": " + Words.safe(attempt.cause());
        return line(attempt.ended(), attempt.number(), attempt.outcome().id() + at + why);
    }

    /** The line's own time comes first; what is indented belongs to the line before it. */
    private static String logged(String line, int number) {
        int gap = line.indexOf(LOG_GAP);
        String safe = line.replaceAll("\\p{Cntrl}", " ");
        return gap <= 0 ? safe : line(safe.substring(0, gap), number, safe.substring(gap + LOG_GAP.length()));
    }

    private static String line(Instant time, int number, String text) {
        return line(time.truncatedTo(ChronoUnit.MILLIS).toString(), number, text);
    }

    private static String line(String time, int number, String text) {
        return "%-24s  attempt %d  %s".formatted(time, number, text);
    }
}
