/** Trials: their rows, their checkpoints, and the graph in which one waits for another. */
package dev.earlyphase.orchestrator.trial;
