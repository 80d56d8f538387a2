package dev.earlyphase.contracts.archive;

import java.io.ByteArrayInputStream;

import org.junit.jupiter.api.Test;

import dev.earlyphase.contracts.error.DomainException.TooLarge;
import dev.earlyphase.fuzzing.Fuzzing;
import dev.earlyphase.fuzzing.Promise;

import static org.assertj.core.api.Assertions.assertThat;

public class LinesFuzzTest {
    private static final Promise PROMISE = Promise.toReadOrThrow(TooLarge.class);

    public static void fuzzerTestOneInput(byte[] input) {
        PROMISE.holds(input, LinesFuzzTest::readAll);
    }

    @Test
    void whatever_the_bytes_they_are_lines() throws Exception {
        var fuzzing = Fuzzing.of(LinesFuzzTest.class).from("", "\n", "one\ntwo\n\nlast", "é😀\n\u0000\r\n");

        var findings = fuzzing.run();

        assertThat(findings.inputs()).isPositive();
    }

    private static void readAll(byte[] input) {
        var lines = new Lines("input", new ByteArrayInputStream(input));
        while (lines.next() != null) {
            assertThat(lines.place()).startsWith("input line ");
        }
    }
}
