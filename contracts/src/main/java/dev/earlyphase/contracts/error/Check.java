package dev.earlyphase.contracts.error;

import java.nio.charset.StandardCharsets;
import java.time.Instant;

import dev.earlyphase.contracts.error.DomainException.Invalid;

/** Conditions on a field; each failure says the field, the value and what is allowed. */
public final class Check {
    /** What {@link #isStorable} allows, in words. */
    public static final String STORABLE = "text without the character 0 and without halves of surrogate pairs";

    private static final Instant EARLIEST = Instant.EPOCH;
    private static final Instant LATEST = Instant.parse("+10000-01-01T00:00:00Z");

    private Check() {}

    public static void that(boolean holds, String field, Object value, String allowed) {
        if (!holds) {
            throw new Invalid(field, value, allowed);
        }
    }

    public static <T> T given(T value, String field, String allowed) {
        that(value != null, field, "nothing", allowed);
        return value;
    }

    /** Text that UTF-8 and Postgres can hold: without the character 0 and without halves of surrogate pairs. */
    public static void storable(String text, String field) {
        that(isStorable(text), field, text, STORABLE);
    }

    public static boolean isStorable(String text) {
        return text.indexOf(0) < 0 && StandardCharsets.UTF_8.newEncoder().canEncode(text);
    }

    /** Null is none. */
    public static void time(Instant time, String field) {
        that(
                time == null || !time.isBefore(EARLIEST) && time.isBefore(LATEST),
                field,
                time,
                "a time in the years 1970 to 9999");
    }

    public static void atLeast(long least, long value, String field) {
        that(value >= least, field, value, "a whole number of at least " + least);
    }

    /** Finite and at least zero. */
    public static void notNegative(double value, String field) {
        that(Double.isFinite(value) && value >= 0, field, value, "a finite number of at least 0");
    }

    /** Finite and above zero. */
    public static void positive(double value, String field) {
        that(Double.isFinite(value) && value > 0, field, value, "a finite number above 0");
    }

    /** Strictly between zero and one. */
    public static void properFraction(double value, String field) {
        that(value > 0 && value < 1, field, value, "a number above 0 and below 1");
    }
}
