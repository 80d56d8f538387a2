package dev.earlyphase.trainer.trace;

import java.nio.charset.StandardCharsets;

import io.opentelemetry.api.trace.propagation.W3CTraceContextPropagator;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.propagation.TextMapGetter;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;

/** The trace that a record of Kafka belongs to, in its header {@code traceparent}. */
public final class RecordTrace {
    private static final W3CTraceContextPropagator W3C = W3CTraceContextPropagator.getInstance();

    private RecordTrace() {}

    /** The trace in which a record was sent; none where its header is missing or no such thing. */
    public static Context of(Headers headers) {
        return W3C.extract(Context.root(), headers, new Getter());
    }

    /** Has the reader of a record go on with the trace in which this thread works, if any. */
    public static void goesOnIn(Headers headers) {
        W3C.inject(
                Context.current(),
                headers,
                (into, name, value) -> into.add(name, value.getBytes(StandardCharsets.UTF_8)));
    }

    private static final class Getter implements TextMapGetter<Headers> {
        @Override
        public Iterable<String> keys(Headers headers) {
            return W3C.fields();
        }

        @Override
        public String get(Headers headers, String name) {
            Header header = headers == null ? null : headers.lastHeader(name);
            return header == null || header.value() == null ? null : new String(header.value(), StandardCharsets.UTF_8);
        }
    }
}
