/** Networks described once, as values: layers, their parameters with PyTorch's names, and the networks on offer. */
package dev.earlyphase.core.network;
