/** The public API: what users submit goes on to the orchestrator, what they read comes from it and from Postgres. */
package dev.earlyphase.gateway;
