/** Gradients and Hessian-vector products of the mean training loss at any weights, taken beside training. */
package dev.earlyphase.core.gradient;
