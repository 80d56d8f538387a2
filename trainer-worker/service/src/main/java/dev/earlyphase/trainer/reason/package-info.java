/** Why something failed, in a line that people can read. */
package dev.earlyphase.trainer.reason;
