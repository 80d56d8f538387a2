package dev.earlyphase.deploy;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The settings that the services read, found in their sources. */
final class Settings {
    private static final Pattern KEY = Pattern.compile("earlyphase(\\.[a-z0-9-]+)+");

    /** Read by Quarkus or by a library. */
    private static final Set<String> OF_OTHERS = Set.of(
            "QUARKUS_MANAGEMENT_HOST",
            "QUARKUS_SHUTDOWN_TIMEOUT",
            "OMP_NUM_THREADS",
            "KAFKA_SECURITY_PROTOCOL",
            "KAFKA_SASL_MECHANISM",
            "KAFKA_SASL_JAAS_CONFIG");

    private final List<String> sources = Stream.of("orchestrator", "analyzer", "gateway", "trainer-worker")
            .map(Repository.ROOT::resolve)
            .flatMap(folder -> Stream.of("**/src/main/java/**.java", "**/src/main/resources/*.properties")
                    .flatMap(glob -> Repository.files(folder, glob).stream()))
            .map((Path file) -> Repository.read(file))
            .toList();

    /** Whether a service reads the environment variable. */
    boolean knows(String variable) {
        return OF_OTHERS.contains(variable) || sources.stream().anyMatch(source -> names(source, variable));
    }

    private static boolean names(String source, String variable) {
        return source.contains("\"" + variable + "\"")
                || KEY.matcher(source).results().anyMatch(key -> variable(key.group())
                        .equals(variable))
                || isMapped(source, variable);
    }

    /** A method of a mapping: {@code EARLYPHASE_WORKER_GRACE} is {@code grace()} of {@code Worker worker()}. */
    private static boolean isMapped(String source, String variable) {
        if (!source.contains("@ConfigMapping")) {
            return false;
        }
        String words = variable.replaceFirst("^EARLYPHASE_", "").toLowerCase(Locale.ROOT);
        for (int cut = words.indexOf('_'); ; cut = words.indexOf('_', cut + 1)) {
            String group = cut < 0 ? "" : words.substring(0, cut);
            boolean hasGroup = group.isEmpty()
                    || source.contains("\"earlyphase." + group.replace('_', '.') + "\"")
                    || source.contains(" " + camel(group) + "();");
            if (hasGroup && source.contains(" " + camel(words.substring(cut + 1)) + "();")) {
                return true;
            }
            if (cut < 0) {
                return false;
            }
        }
    }

    private static String variable(String key) {
        return key.replaceAll("[.-]", "_").toUpperCase(Locale.ROOT);
    }

    private static String camel(String words) {
        return Pattern.compile("_(.)").matcher(words).replaceAll(match -> match.group(1)
                .toUpperCase(Locale.ROOT));
    }
}
