/** The orchestrator, as a worker calls it. */
package dev.earlyphase.trainer.orchestrator;
