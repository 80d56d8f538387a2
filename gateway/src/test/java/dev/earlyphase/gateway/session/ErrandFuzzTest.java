package dev.earlyphase.gateway.session;

import java.nio.charset.StandardCharsets;

import org.junit.jupiter.api.Test;

import dev.earlyphase.fuzzing.Fuzzing;
import dev.earlyphase.fuzzing.Promise;

import static org.assertj.core.api.Assertions.assertThat;

public class ErrandFuzzTest {
    private static final Promise PROMISE = Promise.toReadOrThrow();

    public static void fuzzerTestOneInput(byte[] input) {
        PROMISE.holds(input, ErrandFuzzTest::read);
    }

    @Test
    void whatever_the_cookie_there_is_an_errand_or_none() throws Exception {
        var fuzzing = Fuzzing.of(ErrandFuzzTest.class)
                .from(Errand.begin("/studies").text(), Errand.begin("//evil").text(), "a.b.", "..", "a.b.%2F");

        var findings = fuzzing.run();

        assertThat(findings.inputs()).isPositive();
    }

    private static void read(byte[] input) {
        Errand.read(new String(input, StandardCharsets.ISO_8859_1))
                .ifPresent(errand -> assertThat(errand.challenge()).hasSize(43));
    }
}
