/** Studies become trials, trials are offered to workers, and what becomes of them is kept in Postgres. */
package dev.earlyphase.orchestrator;
