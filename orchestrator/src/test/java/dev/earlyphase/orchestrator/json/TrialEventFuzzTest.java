package dev.earlyphase.orchestrator.json;

import java.nio.charset.StandardCharsets;

import org.junit.jupiter.api.Test;

import dev.earlyphase.contracts.error.DomainException.Invalid;
import dev.earlyphase.contracts.event.TrialEvent;
import dev.earlyphase.fuzzing.Fuzzing;
import dev.earlyphase.fuzzing.Promise;

import static org.assertj.core.api.Assertions.assertThat;

public class TrialEventFuzzTest {
    private static final Promise PROMISE = Promise.toReadOrThrow(Invalid.class);

    public static void fuzzerTestOneInput(byte[] input) {
        PROMISE.holds(input, TrialEventFuzzTest::read);
    }

    @Test
    void whatever_the_record_it_is_an_event_or_refused() throws Exception {
        var fuzzing = Fuzzing.of(TrialEventFuzzTest.class).fromFilesIn(FuzzedJson.MESSAGES);

        var findings = fuzzing.run();

        assertThat(findings.inputs()).isPositive();
    }

    private static void read(byte[] input) {
        var event = FuzzedJson.READER.readMessage(new String(input, StandardCharsets.UTF_8), TrialEvent.class);
        assertThat(event.schema()).isPositive();
    }
}
