package dev.earlyphase.contracts.error;

import dev.earlyphase.contracts.error.DomainException.Invalid;

/** Conditions on a field; each failure says the field, the value and what is allowed. */
public final class Check {
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
