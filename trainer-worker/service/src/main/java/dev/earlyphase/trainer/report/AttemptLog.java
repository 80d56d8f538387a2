package dev.earlyphase.trainer.report;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Locale;

/** What an attempt did, in lines for people, each with its time. Of very many the first and the last are kept. */
public final class AttemptLog {
    private static final int MOST_AT_EACH_END = 1_000;
    private static final int FRAMES = 20;

    private final List<String> first = new ArrayList<>();
    private final Deque<String> last = new ArrayDeque<>();
    private long left;

    public void line(String format, Object... arguments) {
        add("%s  %s"
                .formatted(
                        Instant.now().truncatedTo(ChronoUnit.MILLIS),
                        String.format(Locale.ROOT, format, arguments).replaceAll("\\R", " ")));
    }

    /** The failure and its causes, each with where it came from. */
    public void failure(Throwable failure) {
        line("%s", failure);
        Arrays.stream(failure.getStackTrace()).limit(FRAMES).forEach(frame -> add("    at " + frame));
        if (failure.getCause() != null) {
            failure(failure.getCause());
        }
    }

    /** UTF-8. */
    public byte[] bytes() {
        var lines = new ArrayList<>(first);
        if (left > 0) {
            lines.add("    (" + left + " lines left out)");
        }
        lines.addAll(last);
        return (String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8);
    }

    private void add(String line) {
        if (first.size() < MOST_AT_EACH_END) {
            first.add(line);
            return;
        }
        last.addLast(line);
        if (last.size() > MOST_AT_EACH_END) {
            last.removeFirst();
            left++;
        }
    }
}
