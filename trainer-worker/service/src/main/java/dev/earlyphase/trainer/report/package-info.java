/** What a worker publishes: events and telemetry, in order and with the attempt's number. */
package dev.earlyphase.trainer.report;
