package dev.earlyphase.gateway.parameter;

import dev.earlyphase.contracts.error.Check;
import dev.earlyphase.contracts.error.DomainException.Invalid;
import dev.earlyphase.contracts.trial.Moment;

/** Reads the text of a query parameter; each failure says the parameter, the value and what is allowed. */
public final class QueryParameter {
    private QueryParameter() {}

    /** @param usual when the parameter was not given; may be null */
    public static Integer integer(String name, String text, int least, int most, Integer usual) {
        if (text == null) {
            return usual;
        }
        String allowed = "a whole number from " + least + " to " + most;
        try {
            int value = Integer.parseInt(text);
            Check.that(value >= least && value <= most, name, text, allowed);
            return value;
        } catch (NumberFormatException notAnInteger) {
            throw new Invalid(name, text, allowed);
        }
    }

    /** False when it was not given. */
    public static boolean flag(String name, String text) {
        return switch (text) {
            case null -> false;
            case "true" -> true;
            case "false" -> false;
            default -> throw new Invalid(name, text, "true or false");
        };
    }

    /** Null when it was not given. */
    public static Moment moment(String name, String text) {
        try {
            return text == null ? null : Moment.parse(text);
        } catch (Invalid invalid) {
            throw new Invalid(name, text, invalid.fields().getFirst().allowed());
        }
    }
}
