package dev.earlyphase.contracts.trial;

import java.util.regex.Pattern;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

import dev.earlyphase.contracts.error.Check;

/** A trial's identity: the SHA-256 of its specification, as 64 lower-case hexadecimal digits. */
public record TrialId(@JsonValue String value) implements Comparable<TrialId> {
    private static final Pattern FORM = Pattern.compile("[0-9a-f]{64}");

    @JsonCreator
    public TrialId {
        Check.that(value != null && FORM.matcher(value).matches(), "trial", value, "64 lower-case hexadecimal digits");
    }

    /** The first twelve digits, for people. */
    public String brief() {
        return value.substring(0, 12);
    }

    @Override
    public int compareTo(TrialId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
