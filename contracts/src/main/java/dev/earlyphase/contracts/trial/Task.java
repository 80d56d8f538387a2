package dev.earlyphase.contracts.trial;

import java.util.regex.Pattern;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;

import dev.earlyphase.contracts.error.Check;

/**
 * What a trial learns instead of the main task: images or labels altered (section 5 of the paper). Which kinds there are,
 * the platform's registry says.
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Task(
        @JsonPropertyDescription("Name of a task") String kind,

        @JsonPropertyDescription("Share of the training labels that are replaced, of random labels")
        Double fraction,

        @JsonPropertyDescription("Whether what is random is drawn once for each image, or anew each epoch")
        Labels labels) {
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
