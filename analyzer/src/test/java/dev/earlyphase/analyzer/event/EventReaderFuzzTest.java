package dev.earlyphase.analyzer.event;

import org.junit.jupiter.api.Test;

import dev.earlyphase.analyzer.testing.FuzzedJson;
import dev.earlyphase.contracts.error.DomainException.Invalid;
import dev.earlyphase.fuzzing.Fuzzing;
import dev.earlyphase.fuzzing.Promise;

import static org.assertj.core.api.Assertions.assertThat;

public class EventReaderFuzzTest {
    private static final Promise PROMISE = Promise.toReadOrThrow(Invalid.class);
    private static final EventReader READER = new EventReader(FuzzedJson.RECORDS);

    public static void fuzzerTestOneInput(byte[] input) {
        PROMISE.holds(input, READER::read);
    }

    @Test
    void whatever_the_record_it_is_an_event_or_refused() throws Exception {
        var fuzzing = Fuzzing.of(EventReaderFuzzTest.class).fromFilesIn(FuzzedJson.MESSAGES);

        var findings = fuzzing.run();

        assertThat(findings.inputs()).isPositive();
    }
}
