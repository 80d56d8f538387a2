/** What is measured of every request. */
package dev.earlyphase.orchestrator.metrics;
