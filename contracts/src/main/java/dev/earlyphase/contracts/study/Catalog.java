package dev.earlyphase.contracts.study;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;

import dev.earlyphase.contracts.catalog.DataSetName;
import dev.earlyphase.contracts.catalog.NetworkName;
import dev.earlyphase.contracts.trial.Training;

/** What a study can be made of, each with a sentence for people: enough to draw a form. */
public record Catalog(List<RecipeEntry> recipes, List<NetworkEntry> networks, List<DataSetEntry> datasets) {
    /**
     * An experiment.
     *
     * @param figure for which it is made
     * @param fields that it takes beside {@code recipe}
     */
    public record RecipeEntry(Recipe recipe, String about, String figure, List<Field> fields) {}

    /**
     * A field of a recipe, or one within another.
     *
     * @param kind of its value, or of each item where there are many
     * @param many whether it is a list
     * @param required whether a study without it is refused
     * @param usual its value where none is given; left out where that depends on other fields
     * @param choices names to choose from; of perturbations only their kinds. Left out where there is no such list
     * @param fields of a group; left out of everything else
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Field(
            String name,
            String about,
            Kind kind,
            boolean many,
            boolean required,
            Object usual,
            List<String> choices,
            List<Field> fields) {}

    /** What a value is. */
    public enum Kind {
        @JsonProperty("text")
        TEXT,
        @JsonProperty("integer")
        INTEGER,
        @JsonProperty("number")
        NUMBER,
        /** True or false. */
        @JsonProperty("flag")
        FLAG,
        /** Such as {@code 160ep}. */
        @JsonProperty("moment")
        MOMENT,
        /** Such as {@code shuffle-layer}, or with its scale {@code noise:0.5}. */
        @JsonProperty("perturbation")
        PERTURBATION,
        /** A name from a list. */
        @JsonProperty("choice")
        CHOICE,
        /** An object whose {@code kind} is a name from a list, perhaps with settings beside it. */
        @JsonProperty("kind")
        KIND,
        /** An object of fields. */
        @JsonProperty("group")
        GROUP
    }

    /**
     * A network.
     *
     * @param datasets whose images it takes
     * @param training as the papers train it
     */
    public record NetworkEntry(NetworkName network, String about, List<DataSetName> datasets, Training training) {}

    /** A data set. */
    public record DataSetEntry(DataSetName dataset, String about, int trainExamples, int testExamples) {}
}
