/** What waits for workers. */
package dev.earlyphase.orchestrator.queue;
