package dev.earlyphase.contracts.catalog;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

import dev.earlyphase.contracts.error.DomainException.Invalid;
import dev.earlyphase.contracts.trial.Moment;
import dev.earlyphase.contracts.trial.Training;

/** The networks, each with the training that the papers give it. */
public enum NetworkName {
    /** Two hidden layers of 300 and 100 units; plain SGD at 0.1 for 40 epochs, as in the authors' code. */
    LENET_300_100("lenet-300-100", false, small(0.1, 0)),
    /** Two 3x3 convolutions of 64 channels, then 256-256-classes. */
    CONV_2("conv-2", true, small(0.01, 0.9)),
    /** Conv-2 with two more convolutions, of 128 channels. */
    CONV_4("conv-4", true, small(0.01, 0.9)),
    /** Conv-4 with two more convolutions, of 256 channels. */
    CONV_6("conv-6", true, small(0.01, 0.9)),
    /** Residual network of 20 layers for small images; the shared recipe of the paper. */
    RESNET_20("resnet-20", true, residual());

    private final String id;
    private final boolean pruneOutputLayer;
    private final Training training;

    NetworkName(String id, boolean pruneOutputLayer, Training training) {
        this.id = id;
        this.pruneOutputLayer = pruneOutputLayer;
        this.training = training;
    }

    @JsonValue
    public String id() {
        return id;
    }

    /** Whether pruning takes weights of the output layer too, unless a study says otherwise. */
    public boolean pruneOutputLayer() {
        return pruneOutputLayer;
    }

    /** The training of the papers; augmentation only takes place on data sets that allow it. */
    public Training training() {
        return training;
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

    private static Training small(double learningRate, double momentum) {
        return new Training(
                Moment.ofEpochs(40), 128, learningRate, momentum, 0.0, List.of(), 0.1, Moment.START, false, null);
    }

    private static Training residual() {
        return new Training(
                Moment.ofEpochs(160),
                128,
                0.1,
                0.9,
                1e-4,
                List.of(Moment.ofEpochs(80), Moment.ofEpochs(120)),
                0.1,
                Moment.START,
                true,
                null);
    }
}
