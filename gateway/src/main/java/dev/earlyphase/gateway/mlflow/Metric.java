package dev.earlyphase.gateway.mlflow;

/**
 * A value as MLflow takes it.
 *
 * @param timestamp milliseconds since 1970
 * @param step the iteration
 */
record Metric(String key, double value, long timestamp, long step) {}
