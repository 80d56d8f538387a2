/** Checkpoints: what there is of a trial, and addresses from which it can be fetched without further keys. */
package dev.earlyphase.gateway.checkpoint;
