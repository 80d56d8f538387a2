/** The two engines against each other: two independent differentiations that agree are the best proof of either. */
package dev.earlyphase.engine.parity;
