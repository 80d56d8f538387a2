/** Records on their way to Kafka: written with the decision, published after it. */
package dev.earlyphase.orchestrator.outbox;
