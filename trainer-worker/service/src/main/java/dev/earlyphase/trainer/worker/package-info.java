/** The worker as a whole: start, stop, health. */
package dev.earlyphase.trainer.worker;
