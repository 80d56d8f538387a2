/**
 * Named tensors and the masks over them: the values that every other module passes around. Names and layouts are those
 * of the PyTorch modules (convolutions out x in x height x width, linear layers out x in).
 */
package dev.earlyphase.weights;
