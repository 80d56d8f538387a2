package dev.earlyphase.analyzer.wire;

import java.util.HexFormat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import dev.earlyphase.analyzer.testing.FuzzedJson;
import dev.earlyphase.contracts.error.DomainException.Invalid;
import dev.earlyphase.contracts.event.TelemetryBatch;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class JsonRecordsTest {
    /** Nothing, null, half a character of UTF-8, and what looks like UTF-32 until its second character. */
    @ParameterizedTest
    @ValueSource(strings = {"", "6e756c6c", "22c3", "0000007b6daa0000", "7b000000ffffffff"})
    void bytes_that_are_no_json_are_refused(String hexadecimal) {
        byte[] value = HexFormat.of().parseHex(hexadecimal);

        assertThatExceptionOfType(Invalid.class)
                .isThrownBy(() -> FuzzedJson.RECORDS.read(value, TelemetryBatch.class))
                .withMessageStartingWith("value: ");
    }
}
