package dev.earlyphase.core.network;

import java.util.List;

/** One step of a network. Engines interpret the closed list of kinds; activations are N×C×H×W, row-major. */
public sealed interface Layer
        permits Convolution, Linear, BatchNorm, Relu, MaxPool, AveragePool, GlobalAveragePool, Flatten, Residual {
    /** The tensors that the layer owns, in PyTorch's state_dict order. */
    default List<Parameter> parameters() {
        return List.of();
    }

    /**
     * The shape of one example after this layer.
     *
     * @throws IllegalArgumentException if the layer does not take examples of shape {@code input}
     */
    ImageShape output(ImageShape input);

    /**
     * Multiplications, each with its addition, that the forward pass of one example takes in convolutions and linear
     * layers; all else counts nothing.
     */
    default long multiplications(ImageShape input) {
        return 0;
    }
}
