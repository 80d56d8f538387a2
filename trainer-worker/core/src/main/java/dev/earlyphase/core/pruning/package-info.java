/** Masks found before training, by scores of the weights at the start; {@link StartPrunings} lists the rules. */
package dev.earlyphase.core.pruning;
