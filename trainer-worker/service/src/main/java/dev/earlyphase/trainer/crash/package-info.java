/** What is left of a worker process that died while it trained, and how it reaches the orchestrator. */
package dev.earlyphase.trainer.crash;
