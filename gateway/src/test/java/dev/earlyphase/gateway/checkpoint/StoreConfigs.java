package dev.earlyphase.gateway.checkpoint;

import java.time.Duration;
import java.util.Optional;

/** Configurations of the store, but for one setting. */
final class StoreConfigs {
    private StoreConfigs() {}

    static StoreConfig withExpiry(StoreConfig store, Duration expiry) {
        return new StoreConfig() {
            @Override
            public String endpoint() {
                return store.endpoint();
            }

            @Override
            public Optional<String> publicEndpoint() {
                return store.publicEndpoint();
            }

            @Override
            public String accessKey() {
                return store.accessKey();
            }

            @Override
            public String secretKey() {
                return store.secretKey();
            }

            @Override
            public String bucket() {
                return store.bucket();
            }

            @Override
            public String region() {
                return store.region();
            }

            @Override
            public Duration downloadExpiry() {
                return expiry;
            }
        };
    }
}
