/** The loop, and what it needs: batches prepared ahead, listeners, and the ways in which a run ends. */
package dev.earlyphase.core.training;
