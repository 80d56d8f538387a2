/** The conversation between a worker and the orchestrator: offer, claim, heartbeat. */
package dev.earlyphase.contracts.claim;
