/** What waits for workers. */
package dev.earlyphase.gateway.queue;
