/** A worker takes a trial: one of many wins, and learns all it needs to train. */
package dev.earlyphase.orchestrator.claim;
