/** From stored bytes to a network's input: random flips and crops, then normalisation. */
package dev.earlyphase.core.augmentation;
