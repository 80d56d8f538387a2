package dev.earlyphase.trainer.trace;

import java.nio.charset.StandardCharsets;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.context.Context;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class RecordTraceTest {
    private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";
    private static final String HEADER = "00-" + TRACE + "-00f067aa0ba902b7-01";

    @Test
    void what_is_sent_within_the_trace_of_a_record_belongs_to_the_same() {
        Context received = RecordTrace.of(headers(HEADER));
        var sent = new RecordHeaders();

        received.wrap(() -> RecordTrace.goesOnIn(sent)).run();

        assertThat(sent.lastHeader("traceparent").value())
                .asString(StandardCharsets.UTF_8)
                .isEqualTo(HEADER);
    }

    @Test
    void without_a_trace_a_record_has_no_header() {
        var sent = new RecordHeaders();

        RecordTrace.goesOnIn(sent);

        assertThat(sent).isEmpty();
        assertThat(Span.fromContext(RecordTrace.of(sent)).getSpanContext().isValid())
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "nonsense", "00-00000000000000000000000000000000-00f067aa0ba902b7-01"})
    void a_header_that_names_no_trace_counts_for_nothing(String header) {
        assertThat(Span.fromContext(RecordTrace.of(headers(header)))
                        .getSpanContext()
                        .isValid())
                .isFalse();
    }

    private static RecordHeaders headers(String traceparent) {
        var headers = new RecordHeaders();
        headers.add("traceparent", traceparent.getBytes(StandardCharsets.UTF_8));
        return headers;
    }
}
