/** Randomness as a function: every draw depends on its key (seed, purpose, epoch, item) and on nothing else. */
package dev.earlyphase.core.random;
