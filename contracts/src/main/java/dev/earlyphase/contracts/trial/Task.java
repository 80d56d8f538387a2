package dev.earlyphase.contracts.trial;

import java.util.regex.Pattern;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;

import dev.earlyphase.contracts.error.Check;

/**
 * What a trial learns instead of the main task: images or labels altered (section 5 of the paper). Which kinds there are,
 * the platform's registry says.
 *
 * @param kind such as {@code random-labels}, {@code rotation}, {@code blur}, {@code blur-rotation}
 * @param fraction of the training labels that are replaced, for random labels; default 1
 * @param labels whether what is random is drawn once for each image from the seed (default) or anew each epoch
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Task(String kind, Double fraction, Labels labels) {
    private static final Pattern FORM = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");

    /** How long a drawn label or angle lasts. */
    public enum Labels {
        @JsonProperty("per-image")
        PER_IMAGE,
        @JsonProperty("per-epoch")
        PER_EPOCH
    }

    public Task {
        Check.that(
                kind != null && FORM.matcher(kind).matches(),
                "kind",
                kind == null ? "nothing" : kind,
                "the name of a task such as rotation");
        fraction = fraction == null ? 1.0 : fraction;
        Check.that(fraction > 0 && fraction <= 1, "fraction", fraction, "a number above 0 and at most 1");
        labels = labels == null ? Labels.PER_IMAGE : labels;
    }

    public Task(String kind) {
        this(kind, null, null);
    }
}
