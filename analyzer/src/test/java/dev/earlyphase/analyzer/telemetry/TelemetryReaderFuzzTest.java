package dev.earlyphase.analyzer.telemetry;

import java.util.List;

import org.junit.jupiter.api.Test;

import dev.earlyphase.analyzer.testing.FuzzedJson;
import dev.earlyphase.contracts.error.DomainException.Invalid;
import dev.earlyphase.fuzzing.Fuzzing;
import dev.earlyphase.fuzzing.Promise;

import static org.assertj.core.api.Assertions.assertThat;

/** A batch that is read can also be made rows. */
public class TelemetryReaderFuzzTest {
    private static final Promise PROMISE = Promise.toReadOrThrow(Invalid.class);
    private static final TelemetryReader READER = new TelemetryReader(FuzzedJson.RECORDS);

    public static void fuzzerTestOneInput(byte[] input) {
        PROMISE.holds(input, TelemetryReaderFuzzTest::read);
    }

    @Test
    void whatever_the_record_it_is_rows_or_refused() throws Exception {
        var fuzzing = Fuzzing.of(TelemetryReaderFuzzTest.class).fromFilesIn(FuzzedJson.MESSAGES);

        var findings = fuzzing.run();

        assertThat(findings.inputs()).isPositive();
    }

    private static void read(byte[] input) {
        var batches = List.of(READER.read(input));
        TelemetryRows.of(batches);
        EvaluationRows.of(batches);
        MeasurementRows.of(batches);
    }
}
