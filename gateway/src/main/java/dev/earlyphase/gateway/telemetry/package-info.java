/** What was recorded while a trial trained: telemetry by iteration, and evaluations of the test set. */
package dev.earlyphase.gateway.telemetry;
