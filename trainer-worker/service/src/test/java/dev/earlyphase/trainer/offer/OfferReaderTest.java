package dev.earlyphase.trainer.offer;

import java.nio.charset.StandardCharsets;

import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import dev.earlyphase.contracts.error.DomainException.Invalid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class OfferReaderTest {
    private final OfferReader reader = new OfferReader(new ObjectMapper());

    @Test
    void an_offer_says_which_trial() {
        byte[] offer =
                "{\"schema\":1,\"trial\":\"%s\"}".formatted("a".repeat(64)).getBytes(StandardCharsets.UTF_8);

        var trial = reader.trial(offer);

        assertThat(trial.value()).isEqualTo("a".repeat(64));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "null", "{\"schema\":1}", "{\"schema\":1,\"trial\":null}", "[", "{\"trial\":\"x\"}"})
    void a_record_that_offers_nothing_is_refused(String record) {
        byte[] bytes = record.getBytes(StandardCharsets.UTF_8);

        assertThatExceptionOfType(Invalid.class)
                .isThrownBy(() -> reader.trial(bytes))
                .withMessageContaining("offer");
    }

    @Test
    void a_record_without_a_value_is_refused() {
        assertThatExceptionOfType(Invalid.class)
                .isThrownBy(() -> reader.trial(null))
                .withMessageContaining("got nothing");
    }
}
