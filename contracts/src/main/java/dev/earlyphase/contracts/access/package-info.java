/** Who may do what: roles, API keys, and how the gateway tells the orchestrator who asks. */
package dev.earlyphase.contracts.access;
