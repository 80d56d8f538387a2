/** A trial's begin, its surviving weights changed as sections 4 and 5 of the paper do. */
package dev.earlyphase.core.perturbation;
