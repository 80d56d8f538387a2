package dev.earlyphase.contracts.catalog;

import java.util.Arrays;
import java.util.stream.Collectors;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

import dev.earlyphase.contracts.error.DomainException.Invalid;

/** The networks by name. */
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
    RESNET_20("resnet-20", true);

    private final String id;
    private final boolean pruneOutputLayer;

    NetworkName(String id, boolean pruneOutputLayer) {
        this.id = id;
        this.pruneOutputLayer = pruneOutputLayer;
    }

    @JsonValue
    public String id() {
        return id;
    }

    /** Whether pruning takes weights of the output layer too, unless a study says otherwise. */
    public boolean pruneOutputLayer() {
        return pruneOutputLayer;
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
