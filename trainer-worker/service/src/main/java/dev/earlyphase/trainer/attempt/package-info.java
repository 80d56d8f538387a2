/** One execution of a trial, from its claim to its last event. */
package dev.earlyphase.trainer.attempt;
