package dev.earlyphase.analyzer.attempt;

/** Records that come in one order for each trial. Between two streams there is no order. */
public enum RecordStream {
    EVENTS,
    TELEMETRY
}
