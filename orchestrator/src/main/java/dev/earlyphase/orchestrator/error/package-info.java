/** Every failure becomes a problem detail (RFC 9457), by the one table of errors. */
package dev.earlyphase.orchestrator.error;
