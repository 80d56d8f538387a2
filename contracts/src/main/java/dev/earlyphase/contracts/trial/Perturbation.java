package dev.earlyphase.contracts.trial;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

import dev.earlyphase.contracts.error.DomainException.Invalid;

/**
 * A change of the surviving weights at a trial's begin (section 4 of the paper), written {@code shuffle-layer}, or with a
 * scale {@code noise:0.5}.
 *
 * @param kind the name of a rule; which ones there are, the platform's registry says
 * @param scale how strong it is; 0 where the kind has no strength
 */
public record Perturbation(String kind, double scale) {
    private static final Pattern FORM = Pattern.compile("([a-z0-9]+(?:-[a-z0-9]+)*)(?::(\\d{1,6}(?:\\.\\d{1,9})?))?");
    private static final String ALLOWED =
            "the name of a perturbation such as shuffle-layer, or with its scale noise:0.5";

    @JsonCreator
    public static Perturbation parse(String text) {
        Matcher form = FORM.matcher(text == null ? "" : text);
        if (!form.matches()) {
            throw new Invalid("perturbation", text, ALLOWED);
        }
        return new Perturbation(form.group(1), form.group(2) == null ? 0 : Double.parseDouble(form.group(2)));
    }

    @JsonValue
    @Override
    public String toString() {
        if (scale == 0) {
            return kind;
        }
        return kind + ":" + (scale == Math.rint(scale) ? Long.toString((long) scale) : Double.toString(scale));
    }
}
