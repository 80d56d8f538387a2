package dev.earlyphase.fuzzing;

import java.util.Set;

/**
 * What a parser owes whoever hands it bytes from outside: a value or a refusal that it documents, within a second of
 * processor time, and no more memory than {@value #BYTES_FOR_EACH} times the input and {@value #MEGABYTES_BESIDE} MB. All
 * that the parsing thread allocates counts, also what is garbage by the end, so that the peak is lower than that.
 */
public final class Promise {
    private static final int BYTES_FOR_EACH = 4;
    private static final int MEGABYTES_BESIDE = 64;
    private static final long MOST_NANOS = 1_000_000_000L;

    private final Set<Class<? extends Exception>> refusals;

    private Promise(Set<Class<? extends Exception>> refusals) {
        this.refusals = refusals;
    }

    /** @param refusals what the parser may throw, these classes and those below them */
    @SafeVarargs
    public static Promise toReadOrThrow(Class<? extends Exception>... refusals) {
        return new Promise(Set.of(refusals));
    }

    /**
     * Parses once, and once more where that took too much: the first time classes are loaded.
     *
     * @throws AssertionError saying what was broken; whatever else the parser throws comes through as it is
     */
    public void holds(byte[] input, Parser parser) {
        if (!isWithin(measured(input, parser), input)) {
            Expense again = measured(input, parser);
            if (!isWithin(again, input)) {
                throw new AssertionError("%d bytes took %d ms of processor time and %d bytes of memory"
                        .formatted(input.length, again.nanos() / 1_000_000, again.bytes()));
            }
        }
    }

    private Expense measured(byte[] input, Parser parser) {
        Expense before = Expense.ofThisThread();
        try {
            parser.parse(input);
        } catch (Exception e) {
            if (refusals.stream().noneMatch(refusal -> refusal.isInstance(e))) {
                throw new AssertionError("neither a value nor a refusal", e);
            }
        }
        return Expense.ofThisThread().minus(before);
    }

    private static boolean isWithin(Expense expense, byte[] input) {
        return expense.nanos() <= MOST_NANOS
                && expense.bytes() <= ((long) MEGABYTES_BESIDE << 20) + (long) BYTES_FOR_EACH * input.length;
    }
}
