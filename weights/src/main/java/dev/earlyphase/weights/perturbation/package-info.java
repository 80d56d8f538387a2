/**
 * What may be done to the surviving weights of a sub-network at iteration k before it trains on (Frankle et al. 2020,
 * sections 4 and 5, figures 4 to 7), and how large a change it was (their effective standard deviation).
 */
package dev.earlyphase.weights.perturbation;
