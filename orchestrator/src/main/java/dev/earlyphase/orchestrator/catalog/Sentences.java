package dev.earlyphase.orchestrator.catalog;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;

/** What recipes, networks and data sets are, in a sentence each; the file beside the classes has them. */
final class Sentences {
    private static final String FILE = "/catalog/sentences.properties";

    private final Properties sentences = new Properties();
    private final Set<String> unused;

    Sentences() {
        try (var stream = new InputStreamReader(Sentences.class.getResourceAsStream(FILE), StandardCharsets.UTF_8)) {
            sentences.load(stream);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        unused = new TreeSet<>(sentences.stringPropertyNames());
    }

    /** @throws IllegalStateException if there is none: whoever adds a name adds its sentence */
    String of(String what, String name) {
        String key = what + "." + name;
        String sentence = sentences.getProperty(key);
        if (sentence == null) {
            throw new IllegalStateException(FILE + " has no sentence " + key);
        }
        unused.remove(key);
        return sentence;
    }

    /** Those that nobody has asked for. */
    Set<String> unused() {
        return unused;
    }
}
