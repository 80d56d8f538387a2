/** What workers report of their attempts, taken from Kafka. */
package dev.earlyphase.orchestrator.event;
