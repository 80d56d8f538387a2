/** Workers, as their heartbeats show them. */
package dev.earlyphase.orchestrator.worker;
