package dev.earlyphase.contracts.access;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

import dev.earlyphase.contracts.error.DomainException.Invalid;

/** What a caller may do; of the first three, each includes the one before. */
public enum Role {
    /** Reads everything. */
    VIEWER,
    /** Submits, retries and replays; cancels and deletes what is theirs. */
    RESEARCHER,
    /** Everything, keys too. */
    OPERATOR,
    /** Claims trials and sends heartbeats, and nothing else. */
    WORKER;

    @JsonValue
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    public boolean includes(Role other) {
        return this == other || this != WORKER && other != WORKER && compareTo(other) > 0;
    }

    /** Empty where there is no role of this name. */
    public static Optional<Role> named(String id) {
        return Arrays.stream(values()).filter(role -> role.id().equals(id)).findFirst();
    }

    /** @throws Invalid if there is no role of this name */
    @JsonCreator
    public static Role parse(String id) {
        return named(id)
                .orElseThrow(() -> new Invalid(
                        "role",
                        id,
                        "one of " + Arrays.stream(values()).map(Role::id).collect(Collectors.joining(", "))));
    }
}
