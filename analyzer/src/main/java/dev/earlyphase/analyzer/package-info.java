/** Turns checkpoints and telemetry that workers report into statistics in the schema {@code results}. */
package dev.earlyphase.analyzer;
