package dev.earlyphase.trainer.trace;

import java.util.Arrays;

import org.apache.kafka.common.header.internals.RecordHeaders;
import org.junit.jupiter.api.Test;

import dev.earlyphase.fuzzing.Fuzzing;
import dev.earlyphase.fuzzing.Promise;

import static org.assertj.core.api.Assertions.assertThat;

/** The header {@code traceparent}; a part after a line feed is {@code tracestate}. */
public class RecordTraceFuzzTest {
    private static final Promise PROMISE = Promise.toReadOrThrow();

    public static void fuzzerTestOneInput(byte[] input) {
        PROMISE.holds(input, RecordTraceFuzzTest::trace);
    }

    @Test
    void whatever_the_header_there_is_a_trace_or_none() throws Exception {
        var fuzzing = Fuzzing.of(RecordTraceFuzzTest.class)
                .through("io.opentelemetry.api.trace.**")
                .from(
                        "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01",
                        "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01\nrojo=00f067aa0ba902b7,congo=t61",
                        "cc-00000000000000000000000000000000-0000000000000000-ff-more");

        var findings = fuzzing.run();

        assertThat(findings.inputs()).isPositive();
    }

    private static void trace(byte[] input) {
        var headers = new RecordHeaders();
        int end = 0;
        while (end < input.length && input[end] != '\n') {
            end++;
        }
        headers.add("traceparent", Arrays.copyOf(input, end));
        if (end < input.length) {
            headers.add("tracestate", Arrays.copyOfRange(input, end + 1, input.length));
        }
        assertThat(RecordTrace.of(headers)).isNotNull();
    }
}
