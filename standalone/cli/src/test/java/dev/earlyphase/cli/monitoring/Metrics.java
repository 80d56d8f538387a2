package dev.earlyphase.cli.monitoring;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Metrics as the services tell them, and as expressions name them.
 *
 * @param names of all samples
 * @param meanings of the platform's own, by name, that of a counter without {@code _total}
 */
public record Metrics(Set<String> names, Map<String, String> meanings) {
    private static final Pattern SAMPLE = Pattern.compile("^([a-z_][a-z0-9_]*)[ {]");
    private static final Pattern HELP = Pattern.compile("^# HELP (earlyphase_\\S+) (.*)$");
    /** In an expression, what is neither a label, nor a function or keyword, nor text. */
    private static final Pattern NAME =
            Pattern.compile("\\b(?:up|(?:earlyphase|http|jvm|kafka|process|system)[_:][a-z0-9_:]*)\\b(?!\\s*=)");

    private static final Pattern TEXT = Pattern.compile("\"(?:[^\"\\\\]|\\\\.)*\"");

    public static Metrics read(List<URI> addresses) {
        var names = new TreeSet<String>();
        var meanings = new TreeMap<String, String>();
        for (URI address : addresses) {
            for (String line : lines(address)) {
                var sample = SAMPLE.matcher(line);
                if (sample.find()) {
                    names.add(sample.group(1));
                }
                var help = HELP.matcher(line);
                if (help.find() && !help.group(1).endsWith("_max")) {
                    meanings.put(help.group(1).replaceAll("_total$", ""), help.group(2));
                }
            }
        }
        return new Metrics(names, meanings);
    }

    /** The names of metrics in an expression, those of recording rules among them. */
    public static Set<String> in(String expression) {
        return NAME.matcher(TEXT.matcher(expression).replaceAll("\"\""))
                .results()
                .map(found -> found.group())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static List<String> lines(URI address) {
        try (var stream = address.toURL().openStream()) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
