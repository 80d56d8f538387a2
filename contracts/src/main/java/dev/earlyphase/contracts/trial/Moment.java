package dev.earlyphase.contracts.trial;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

import dev.earlyphase.contracts.error.DomainException.Invalid;

/**
 * A moment of training: so many epochs and so many iterations after them, written {@code 160ep}, {@code 500it} or
 * {@code 120ep50it}. What iteration that is depends on how many make an epoch.
 */
public record Moment(int epochs, int iterations) {
    /** Before the first iteration. */
    public static final Moment START = new Moment(0, 0);

    private static final Pattern FORM = Pattern.compile("(?:(\\d{1,6})ep)?(?:(\\d{1,9})it)?");
    private static final String ALLOWED =
            "epochs and iterations such as 160ep, 500it or 120ep50it, at most 999999ep and 999999999it";

    public Moment {
        if (epochs < 0 || iterations < 0) {
            throw new Invalid("moment", epochs + "ep" + iterations + "it", ALLOWED);
        }
    }

    public static Moment ofEpochs(int epochs) {
        return new Moment(epochs, 0);
    }

    public static Moment ofIterations(int iterations) {
        return new Moment(0, iterations);
    }

    @JsonCreator
    public static Moment parse(String text) {
        Matcher form = FORM.matcher(text == null ? "" : text);
        if (!form.matches() || form.group(1) == null && form.group(2) == null) {
            throw new Invalid("moment", text, ALLOWED);
        }
        return new Moment(number(form.group(1)), number(form.group(2)));
    }

    /** The iteration that this moment is, counted from 0; it must fit 32 bits. */
    public int iteration(int iterationsPerEpoch) {
        long iteration = (long) epochs * iterationsPerEpoch + iterations;
        if (iteration > Integer.MAX_VALUE) {
            throw new Invalid("moment", this, "a moment before iteration " + Integer.MAX_VALUE);
        }
        return (int) iteration;
    }

    /** The same moment in iterations alone: the form that identities and object keys use. */
    public Moment inIterations(int iterationsPerEpoch) {
        return ofIterations(iteration(iterationsPerEpoch));
    }

    @JsonValue
    @Override
    public String toString() {
        if (epochs == 0) {
            return iterations + "it";
        }
        return iterations == 0 ? epochs + "ep" : epochs + "ep" + iterations + "it";
    }

    private static int number(String digits) {
        return digits == null ? 0 : Integer.parseInt(digits);
    }
}
