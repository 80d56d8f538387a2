package dev.earlyphase.core.reference;

/** One layer of a network being computed; activations are N×C×H×W, row-major. */
interface Node {
    /** @param training whether batch norm uses the batch's statistics and updates the running ones */
    double[] forward(double[] x, int examples, boolean training);

    /** Adds to the gradients of the layer's parameters and gives that of its input; after a forward pass. */
    double[] backward(double[] dy);
}
