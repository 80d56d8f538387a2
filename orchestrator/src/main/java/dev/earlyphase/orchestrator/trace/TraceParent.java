package dev.earlyphase.orchestrator.trace;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import io.opentelemetry.api.trace.propagation.W3CTraceContextPropagator;
import io.opentelemetry.context.Context;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeader;

/** A place in a trace as text: the W3C header {@code traceparent}, in a column or a record. */
public final class TraceParent {
    private static final String NAME = "traceparent";

    private TraceParent() {}

    /** Of the span in which this thread works; null where there is none, as when traces are off. */
    public static String ofThisThread() {
        Map<String, String> headers = new HashMap<>();
        W3CTraceContextPropagator.getInstance().inject(Context.current(), headers, Map::put);
        return headers.get(NAME);
    }

    /** What a record carries so that its reader goes on with the trace; nothing for null. */
    public static List<Header> headers(String traceparent) {
        return traceparent == null
                ? List.of()
                : List.of(new RecordHeader(NAME, traceparent.getBytes(StandardCharsets.UTF_8)));
    }
}
