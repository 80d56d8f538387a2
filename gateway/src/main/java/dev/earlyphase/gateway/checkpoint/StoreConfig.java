package dev.earlyphase.gateway.checkpoint;

import java.time.Duration;
import java.util.Optional;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** The object store. */
@ConfigMapping(prefix = "earlyphase.s3")
public interface StoreConfig {
    /** Where the services find the object store. */
    String endpoint();

    /** Where the clients of the API find the object store; default: where the services do. */
    Optional<String> publicEndpoint();

    String accessKey();

    String secretKey();

    String bucket();

    String region();

    /** How long a download address holds: above 0, at most 7 days. */
    @WithDefault("15m")
    Duration downloadExpiry();
}
