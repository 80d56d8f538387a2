package dev.earlyphase.cli.key;

import java.time.Duration;
import java.time.Instant;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import dev.earlyphase.cli.exit.Failure;

/** How long a key holds, such as 90d. */
record Lifetime(Duration length) {
    private static final Pattern FORM = Pattern.compile("([1-9][0-9]{0,5})([dhm])");

    static Lifetime parse(String text) {
        Matcher parts = FORM.matcher(text);
        if (!parts.matches()) {
            throw Failure.ofUsage(
                    "--expires: got " + text + "; allowed: a number of days, hours or minutes: 90d, 12h, 30m");
        }
        long count = Long.parseLong(parts.group(1));
        return new Lifetime(
                switch (parts.group(2)) {
                    case "d" -> Duration.ofDays(count);
                    case "h" -> Duration.ofHours(count);
                    default -> Duration.ofMinutes(count);
                });
    }

    Instant from(Instant now) {
        return now.plus(length);
    }
}
