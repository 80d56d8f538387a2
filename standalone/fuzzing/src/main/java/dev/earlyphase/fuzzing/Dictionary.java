package dev.earlyphase.fuzzing;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Words that are put into inputs: those of the seeds, and some that have hurt other parsers. */
final class Dictionary {
    private static final List<String> HOSTILE = List.of(
            "null",
            "true",
            "NaN",
            "Infinity",
            "-0",
            "1e999999999",
            "-1e-999999999",
            "2147483648",
            "9223372036854775808",
            "0x10",
            "1_000",
            "{\"\":",
            "[[[[[[[[",
            "{{{{{{{{",
            "\\u0000",
            "\\ud800",
            "\\udc00\\ud800",
            "&a ",
            "*a",
            "<<: ",
            "!!java.net.URL ",
            "--- ",
            "%YAML 1.1",
            "\uFEFF",
            "\u0000",
            "\u202E",
            "../",
            "%2e%2e%2f",
            "\r\n",
            "' or 1=1 --",
            "<img src=x onerror=alert(1)>",
            "=cmd|' /C calc'!A0");
    private static final Pattern WORD = Pattern.compile("[A-Za-z0-9_.-]{2,40}");
    private static final int MOST_WORDS = 500;

    private Dictionary() {}

    /** Writes the words down as libFuzzer reads them. */
    static Path write(Path file, List<byte[]> seeds) throws IOException {
        Set<String> words = new LinkedHashSet<>(HOSTILE);
        for (byte[] seed : seeds) {
            WORD.matcher(new String(seed, StandardCharsets.ISO_8859_1))
                    .results()
                    .map(MatchResult::group)
                    .takeWhile(word -> words.size() < MOST_WORDS)
                    .forEach(words::add);
        }
        return Files.write(file, words.stream().map(Dictionary::line).toList());
    }

    private static String line(String word) {
        var line = new StringBuilder("\"");
        for (byte b : word.getBytes(StandardCharsets.UTF_8)) {
            line.append("\\x%02X".formatted(b));
        }
        return line.append('"').toString();
    }
}
