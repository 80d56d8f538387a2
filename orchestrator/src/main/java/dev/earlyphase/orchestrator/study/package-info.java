/** Studies: submitted, planned, listed, cancelled, retried. */
package dev.earlyphase.orchestrator.study;
