package dev.earlyphase.gateway.checkpoint;

import java.time.Duration;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import dev.earlyphase.contracts.error.DomainException.Invalid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class DownloadsTest {
    @Test
    void an_address_names_the_store_as_clients_see_it() {
        var downloads = new Downloads(store(Duration.ofMinutes(5)));

        var address = downloads.presigned("trials/a/1it.safetensors");

        assertThat(address)
                .hasScheme("https")
                .hasHost("store.example.org")
                .hasPath("/earlyphase/trials/a/1it.safetensors");
        assertThat(address.getQuery()).contains("X-Amz-Expires=300").doesNotContain("the-secret");
    }

    @ParameterizedTest
    @ValueSource(strings = {"PT0S", "P8D", "PT-1H"})
    void an_expiry_that_the_protocol_does_not_allow_is_refused_at_the_start(Duration expiry) {
        assertThatThrownBy(() -> new Downloads(store(expiry)))
                .isInstanceOf(Invalid.class)
                .hasMessageContaining("earlyphase.s3.download-expiry");
    }

    private static StoreConfig store(Duration expiry) {
        return new StoreConfig() {
            @Override
            public String endpoint() {
                return "http://127.0.0.1:19000";
            }

            @Override
            public Optional<String> publicEndpoint() {
                return Optional.of("https://store.example.org");
            }

            @Override
            public String accessKey() {
                return "key";
            }

            @Override
            public String secretKey() {
                return "the-secret";
            }

            @Override
            public String bucket() {
                return "earlyphase";
            }

            @Override
            public String region() {
                return "us-east-1";
            }

            @Override
            public Duration downloadExpiry() {
                return expiry;
            }
        };
    }
}
