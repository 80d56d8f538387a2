/** Heartbeats: they keep the leases of the attempts in progress and bring back orders. */
package dev.earlyphase.trainer.lease;
