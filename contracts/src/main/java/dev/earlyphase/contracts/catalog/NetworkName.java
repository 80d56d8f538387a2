package dev.earlyphase.contracts.catalog;

import java.util.Arrays;
import java.util.stream.Collectors;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

import dev.earlyphase.contracts.error.Check;
import dev.earlyphase.contracts.error.DomainException.Invalid;

/** The networks by name, and the images that each can take. */
public enum NetworkName {
    /** Two hidden layers of 300 and 100 units. */
    LENET_300_100("lenet-300-100", false),
    /** Two 3x3 convolutions of 64 channels, then 256-256-classes. */
    CONV_2("conv-2", true),
    /** Conv-2 with two more convolutions, of 128 channels. */
    CONV_4("conv-4", true),
    /** Conv-4 with two more convolutions, of 256 channels. */
    CONV_6("conv-6", true),
    /** Residual network of 20 layers for small images. */
    RESNET_20("resnet-20", true),
    /** ResNet-20 with nine blocks a stage instead of three. */
    RESNET_56("resnet-56", true),
    /** ImageNet's residual network of 18 layers behind a 3x3 stem that keeps small images their size. */
    RESNET_18("resnet-18", true),
    /** ResNet-18 as it was made for ImageNet: the stem, 7x7 with stride 2 and a max pool, quarters each side. */
    RESNET_18_IMAGENET_STEM("resnet-18-imagenet-stem", true, 3, 32),
    /** Ten 3x3 convolutions with batch norm between max pools; the last 2x2 pixels are averaged. */
    VGG_13("vgg-13", false, 1, 32),
    /** Pre-activation residual network of 16 layers, eight times as wide as ResNet-20. */
    WRN_16_8("wrn-16-8", true);

    private final String id;
    private final boolean pruneOutputLayer;
    private final int leastChannels;
    private final int leastSide;

    /** Takes the images of every data set. */
    NetworkName(String id, boolean pruneOutputLayer) {
        this(id, pruneOutputLayer, 1, 1);
    }

    NetworkName(String id, boolean pruneOutputLayer, int leastChannels, int leastSide) {
        this.id = id;
        this.pruneOutputLayer = pruneOutputLayer;
        this.leastChannels = leastChannels;
        this.leastSide = leastSide;
    }

    @JsonValue
    public String id() {
        return id;
    }

    /** Whether pruning takes weights of the output layer too, unless a study says otherwise. */
    public boolean pruneOutputLayer() {
        return pruneOutputLayer;
    }

    /** Whether the images of a data set have the size and the colours that this network needs. */
    public boolean takes(DataSetName dataset) {
        return dataset.channels() >= leastChannels && dataset.side() >= leastSide;
    }

    /** Refuses a data set that this network does not {@linkplain #takes take}. */
    public void checkTakes(DataSetName dataset) {
        String taken = Arrays.stream(DataSetName.values())
                .filter(this::takes)
                .map(DataSetName::id)
                .collect(Collectors.joining(", "));
        Check.that(
                takes(dataset),
                "dataset",
                dataset.id(),
                "one of %s: %s needs images of at least %d×%d×%d (channels × height × width)"
                        .formatted(taken, id, leastChannels, leastSide, leastSide));
    }

    @JsonCreator
    public static NetworkName of(String id) {
        return Arrays.stream(values())
                .filter(name -> name.id.equals(id))
                .findFirst()
                .orElseThrow(() -> new Invalid(
                        "network",
                        id,
                        "one of " + Arrays.stream(values()).map(NetworkName::id).collect(Collectors.joining(", "))));
    }
}
