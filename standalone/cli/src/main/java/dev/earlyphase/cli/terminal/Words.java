package dev.earlyphase.cli.terminal;

import java.time.Duration;
import java.util.Locale;

/** Numbers, sizes and lengths of time as people read them. */
public final class Words {
    private static final String BYTES = " kMGTP";

    private Words() {}

    /** 41,272. */
    public static String number(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    /** One decimal below a hundred, none above: 4.2, 178. */
    public static String rate(double rate) {
        return String.format(Locale.ROOT, rate < 100 ? "%.1f" : "%,.0f", rate);
    }

    /** Three digits that count: 0.482, 1.31, 10.2, 1,280. */
    public static String measured(double value) {
        int decimals = value >= 100 ? 0 : value >= 10 ? 1 : value >= 1 ? 2 : 3;
        return String.format(Locale.ROOT, "%,." + decimals + "f", value);
    }

    /** 640 bytes, 1.2 GB: powers of a thousand. */
    public static String bytes(long bytes) {
        if (bytes < 1_000) {
            return count(bytes, "byte");
        }
        int power = 0;
        double value = bytes;
        // What would be rounded up to a thousand has the next unit.
        while (value >= 999.5 && power < BYTES.length() - 1) {
            value /= 1_000;
            power++;
        }
        return "%s %sB".formatted(rate(value), BYTES.substring(power, power + 1).strip());
    }

    /** 3.4 s, 45 s, 2 min 5 s, 3 h 20 min. */
    public static String time(Duration length) {
        long seconds = Math.round(length.toMillis() / 1000.0);
        if (length.compareTo(Duration.ofSeconds(10)) < 0) {
            return String.format(Locale.ROOT, "%.1f s", length.toMillis() / 1000.0);
        }
        if (seconds < 60) {
            return seconds + " s";
        }
        return seconds < 3600
                ? "%d min %d s".formatted(seconds / 60, seconds % 60)
                : "%d h %d min".formatted(seconds / 3600, seconds % 3600 / 60);
    }

    /** A share from 0 to 1: 97.62 %. */
    public static String percent(double share) {
        return String.format(Locale.ROOT, "%.2f %%", 100 * share);
    }

    /** How long ago, in its largest unit: 45 s, 12 min, 5 h, 3 d. */
    public static String age(Duration length) {
        long seconds = Math.max(0, length.toSeconds());
        if (seconds < 60) {
            return seconds + " s";
        }
        if (seconds < 3600) {
            return seconds / 60 + " min";
        }
        return seconds < 86_400 ? seconds / 3600 + " h" : seconds / 86_400 + " d";
    }

    /** What others wrote, without the characters that steer a terminal. */
    public static String safe(String text) {
        return text.replaceAll("\\p{Cntrl}+", " ").strip();
    }

    /** Such as "1 worker" or "2 workers". */
    public static String count(long count, String noun) {
        return number(count) + " " + noun + (count == 1 ? "" : "s");
    }
}
