/** How long things may take. */
package dev.earlyphase.trainer.time;
