/** Room for one trial each, with a thread and an engine of its own. */
package dev.earlyphase.trainer.slot;
