/** What has become of the trials of a study, as the orchestrator shows it. */
package dev.earlyphase.gateway.outcome;
