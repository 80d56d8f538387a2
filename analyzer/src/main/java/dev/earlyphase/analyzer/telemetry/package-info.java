/** Batches of telemetry on their way into the tables {@code telemetry} and {@code evaluation}. */
package dev.earlyphase.analyzer.telemetry;
