/** How much of the platform one user may take. */
package dev.earlyphase.orchestrator.quota;
