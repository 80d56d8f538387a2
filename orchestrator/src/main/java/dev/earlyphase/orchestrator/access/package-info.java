/** Who may call: workers by their keys, and the gateway by its own, which says for whom it asks. */
package dev.earlyphase.orchestrator.access;
