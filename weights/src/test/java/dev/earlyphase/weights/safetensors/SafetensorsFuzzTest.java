package dev.earlyphase.weights.safetensors;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

import org.junit.jupiter.api.Test;

import dev.earlyphase.fuzzing.Fuzzing;
import dev.earlyphase.fuzzing.Promise;

import static org.assertj.core.api.Assertions.assertThat;

public class SafetensorsFuzzTest {
    private static final Promise PROMISE = Promise.toReadOrThrow(MalformedSafetensors.class);

    public static void fuzzerTestOneInput(byte[] input) {
        PROMISE.holds(input, SafetensorsFuzzTest::readToTheEnd);
    }

    @Test
    void whatever_the_bytes_a_file_is_read_or_refused() throws Exception {
        var fuzzing = Fuzzing.of(SafetensorsFuzzTest.class)
                .from(
                        file("{}", 0),
                        file("{\"w\":{\"dtype\":\"F32\",\"shape\":[2,3],\"data_offsets\":[0,24]}}", 24),
                        file(
                                "{\"__metadata__\":{\"format\":\"pt\"},\"a\":{\"dtype\":\"F16\",\"shape\":[],\"data_offsets\":[0,2]},"
                                        + "\"\\u00e9\\ud83d\\ude00\":{\"dtype\":\"BF16\",\"shape\":[1,0],\"data_offsets\":[2,2]}}",
                                2));

        var findings = fuzzing.run();

        assertThat(findings.inputs()).isPositive();
    }

    private static void readToTheEnd(byte[] input) throws IOException {
        try (var reader = SafetensorsReader.open(new ByteArrayInputStream(input), input.length, "input")) {
            while (reader.next().isPresent()) {
                // Each tensor is looked at by the reader itself.
            }
        }
    }

    private static byte[] file(String header, int data) {
        byte[] text = header.getBytes(StandardCharsets.UTF_8);
        return ByteBuffer.allocate(Long.BYTES + text.length + data)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putLong(text.length)
                .put(text)
                .array();
    }
}
