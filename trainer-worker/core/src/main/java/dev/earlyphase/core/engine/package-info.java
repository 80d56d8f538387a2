/** The border between the training loop and whatever computes forward and backward passes. */
package dev.earlyphase.core.engine;
