/** The orchestrator as seen from here: studies, trials and commands, over REST. */
package dev.earlyphase.gateway.orchestrator;
