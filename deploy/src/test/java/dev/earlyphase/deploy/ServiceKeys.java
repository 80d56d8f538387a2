package dev.earlyphase.deploy;

import java.nio.file.Path;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The configuration keys below {@code earlyphase} of one service, read from its sources. */
final class ServiceKeys {
    /** A key with its default and the comment above it; commented out where it has no default. */
    private static final Pattern PROPERTY = Pattern.compile("(?m)((?:^# .*\n)*)^(#?)(earlyphase\\.[a-z0-9.-]+)=(.*)$");

    private static final Pattern REFERENCE = Pattern.compile("\\$\\{(earlyphase\\.[a-z0-9.-]+):?}");

    private static final Pattern LITERAL = Pattern.compile("\"(earlyphase\\.[a-z0-9.-]+)\"");

    private final String service;
    private final Map<String, Key> keys = new HashMap<>();

    private ServiceKeys(String service) {
        this.service = service;
    }

    static Collection<Key> of(String service, String folder) {
        var found = new ServiceKeys(service);
        Path sources = Repository.ROOT.resolve(folder).resolve("src/main");
        for (Path file : Repository.files(sources, "**.java")) {
            if (Repository.read(file).contains("@ConfigMapping(")) {
                MappedKeys.of(service, file).forEach(found::add);
            }
        }
        found.addProperties(Repository.read(sources.resolve("resources/application.properties")));
        for (Path file : Repository.files(sources, "**.java")) {
            if (Repository.read(file).contains("RequiredSettings.of(")) {
                found.markNeeded(Repository.read(file));
            }
        }
        return found.keys.values();
    }

    private void addProperties(String properties) {
        for (Matcher line = PROPERTY.matcher(properties); line.find(); ) {
            String meaning = line.group(1).replaceAll("(?m)^# ", "").strip().replace('\n', ' ');
            add(new Key(service, line.group(3), line.group(2).isEmpty() ? line.group(4) : "", meaning));
        }
        for (Matcher reference = REFERENCE.matcher(properties); reference.find(); ) {
            add(new Key(service, reference.group(1), "", ""));
        }
    }

    private void markNeeded(String source) {
        LITERAL.matcher(source)
                .results()
                .map(literal -> literal.group(1))
                .forEach(name -> keys.compute(name, (none, key) -> key.needed()));
    }

    private void add(Key key) {
        keys.merge(key.name(), key, Key::or);
    }
}
