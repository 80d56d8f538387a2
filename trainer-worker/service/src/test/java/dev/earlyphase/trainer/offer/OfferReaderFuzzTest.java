package dev.earlyphase.trainer.offer;

import java.nio.file.Path;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import org.junit.jupiter.api.Test;

import dev.earlyphase.contracts.error.DomainException.Invalid;
import dev.earlyphase.fuzzing.Fuzzing;
import dev.earlyphase.fuzzing.Promise;

import static org.assertj.core.api.Assertions.assertThat;

public class OfferReaderFuzzTest {
    private static final Promise PROMISE = Promise.toReadOrThrow(Invalid.class);
    private static final OfferReader READER = new OfferReader(JsonMapper.builder()
            .findAndAddModules()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build());

    public static void fuzzerTestOneInput(byte[] input) {
        PROMISE.holds(input, READER::trial);
    }

    @Test
    void whatever_the_record_it_offers_a_trial_or_is_refused() throws Exception {
        var fuzzing = Fuzzing.of(OfferReaderFuzzTest.class)
                .from("null", "{}")
                .fromFilesIn(Path.of("../../contracts/src/test/resources/golden/messages/present"));

        var findings = fuzzing.run();

        assertThat(findings.inputs()).isPositive();
    }
}
