/** Transactions, and the clock that all processes share. */
package dev.earlyphase.orchestrator.store;
