/** Batches of telemetry on their way into the tables {@code telemetry}, {@code evaluation} and {@code measurement}. */
package dev.earlyphase.analyzer.telemetry;
