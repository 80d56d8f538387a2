/** How fast the bare engine is, and what the loop around it costs. */
package dev.earlyphase.trainer.bench;
