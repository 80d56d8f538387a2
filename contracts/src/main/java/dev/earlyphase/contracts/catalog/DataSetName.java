package dev.earlyphase.contracts.catalog;

import java.util.Arrays;
import java.util.stream.Collectors;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

import dev.earlyphase.contracts.error.Check;
import dev.earlyphase.contracts.error.DomainException.Invalid;

/** The data sets of images; {@link #STROKES} is generated and needs no file. */
public enum DataSetName {
    MNIST("mnist", 60_000, 10_000, 1, 28),
    FASHION_MNIST("fashion-mnist", 60_000, 10_000, 1, 28),
    CIFAR_10("cifar-10", 50_000, 10_000, 3, 32),
    STROKES("strokes", 20_000, 4_000, 1, 28);

    /** All of them have ten classes. */
    public static final int CLASSES = 10;

    private final String id;
    private final int trainExamples;
    private final int testExamples;
    private final int channels;
    private final int side;

    DataSetName(String id, int trainExamples, int testExamples, int channels, int side) {
        this.id = id;
        this.trainExamples = trainExamples;
        this.testExamples = testExamples;
        this.channels = channels;
        this.side = side;
    }

    @JsonValue
    public String id() {
        return id;
    }

    public int trainExamples() {
        return trainExamples;
    }

    public int testExamples() {
        return testExamples;
    }

    /** Colour channels: 1 or 3. */
    public int channels() {
        return channels;
    }

    /** Height and width in pixels. */
    public int side() {
        return side;
    }

    /** Whether flips and shifts keep an image's meaning: true of photographs, not of digits. */
    public boolean augmentable() {
        return this == CIFAR_10;
    }

    /**
     * How many of the training images a trial uses.
     *
     * @param limit the first so many images, or null for all
     */
    public int examples(Integer limit) {
        Check.that(
                limit == null || limit >= 1 && limit <= trainExamples,
                "trainExamples",
                limit,
                "1 to " + trainExamples + " for " + id);
        return limit == null ? trainExamples : limit;
    }

    @JsonCreator
    public static DataSetName of(String id) {
        return Arrays.stream(values())
                .filter(name -> name.id.equals(id))
                .findFirst()
                .orElseThrow(() -> new Invalid("dataset", id, allowed()));
    }

    private static String allowed() {
        return "one of " + Arrays.stream(values()).map(DataSetName::id).collect(Collectors.joining(", "));
    }
}
