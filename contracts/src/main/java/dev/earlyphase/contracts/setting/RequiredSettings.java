package dev.earlyphase.contracts.setting;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/**
 * The settings without which a service does not start. It asks for them before anything else, so that what is missing is
 * told in one line and not in the stack trace of whatever needed it first.
 *
 * @param service whose they are, as in {@code gateway}
 * @param keys such as {@code earlyphase.s3.access-key}
 */
public record RequiredSettings(String service, List<String> keys) {
    public RequiredSettings {
        keys = List.copyOf(keys);
    }

    public static RequiredSettings of(String service, String... keys) {
        return new RequiredSettings(service, List.of(keys));
    }

    /**
     * What to say of those that are not set or blank; empty when all are set.
     *
     * @param lookup the value of a key, if it has one
     */
    public Optional<String> missing(Function<String, Optional<String>> lookup) {
        List<String> missing = keys.stream()
                .filter(key ->
                        lookup.apply(key).filter(value -> !value.isBlank()).isEmpty())
                .toList();
        return missing.isEmpty() ? Optional.empty() : Optional.of(told(missing));
    }

    /** A key as an environment variable: {@code earlyphase.s3.access-key} is EARLYPHASE_S3_ACCESS_KEY. */
    public static String variable(String key) {
        return key.replaceAll("[.-]", "_").toUpperCase(Locale.ROOT);
    }

    private String told(List<String> missing) {
        return "The %s does not start: %s %s not set."
                .formatted(
                        service,
                        String.join(
                                ", ",
                                missing.stream().map(RequiredSettings::variable).toList()),
                        missing.size() == 1 ? "is" : "are");
    }
}
