package dev.earlyphase.contracts.archive;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

import com.fasterxml.jackson.annotation.JsonValue;

import dev.earlyphase.contracts.error.DomainException.Invalid;

/** Which weights an archive has; masks are always in it. */
public enum CheckpointChoice {
    NONE,
    /** Those at the end of each trial. */
    FINAL,
    /** All that are kept, with their momenta. */
    ALL;

    boolean takes(int iteration, int end) {
        return switch (this) {
            case NONE -> false;
            case FINAL -> iteration == end;
            case ALL -> true;
        };
    }

    @JsonValue
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** @throws Invalid saying what is allowed */
    public static CheckpointChoice of(String id) {
        return Arrays.stream(values())
                .filter(choice -> choice.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new Invalid(
                        "checkpoints",
                        id,
                        "one of "
                                + Arrays.stream(values())
                                        .map(CheckpointChoice::id)
                                        .collect(Collectors.joining(", "))));
    }
}
