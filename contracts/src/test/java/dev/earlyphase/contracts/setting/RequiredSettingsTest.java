package dev.earlyphase.contracts.setting;

import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class RequiredSettingsTest {
    private final RequiredSettings required =
            RequiredSettings.of("gateway", "earlyphase.postgres.password", "earlyphase.s3.access-key");

    @Test
    void nothing_is_said_when_all_are_set() {
        assertThat(required.missing(
                        given(Map.of("earlyphase.postgres.password", "a", "earlyphase.s3.access-key", "b"))))
                .isEmpty();
    }

    @Test
    void one_that_is_missing_is_named_as_its_variable() {
        assertThat(required.missing(given(Map.of("earlyphase.postgres.password", "a"))))
                .hasValue("The gateway does not start: EARLYPHASE_S3_ACCESS_KEY is not set.");
    }

    @Test
    void a_blank_one_counts_as_missing() {
        assertThat(required.missing(given(Map.of("earlyphase.postgres.password", " "))))
                .hasValue(
                        "The gateway does not start: EARLYPHASE_POSTGRES_PASSWORD, EARLYPHASE_S3_ACCESS_KEY are not set.");
    }

    @Test
    void configuration_keys_become_environment_variables() {
        assertThat(RequiredSettings.variable("earlyphase.s3.access-key")).isEqualTo("EARLYPHASE_S3_ACCESS_KEY");
    }

    private static Function<String, Optional<String>> given(Map<String, String> settings) {
        return key -> Optional.ofNullable(settings.get(key));
    }
}
