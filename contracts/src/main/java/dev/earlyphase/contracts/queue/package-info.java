/** What waits for workers. */
package dev.earlyphase.contracts.queue;
