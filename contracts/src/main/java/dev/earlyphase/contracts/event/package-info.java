/** What workers report: facts about an attempt, in order, and batches of telemetry. */
package dev.earlyphase.contracts.event;
