/** Trials: read, retried, and shown with the trials that they descend from. */
package dev.earlyphase.gateway.trial;
