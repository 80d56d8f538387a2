package dev.earlyphase.trainer.testing;

import java.util.Map;

import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;

import dev.earlyphase.trainer.config.WorkerConfig;

/** Configurations of a worker without a container. */
public final class Configs {
    private static final int ABOVE_ALL = 1_000;

    private Configs() {}

    /** The defaults, and what a test sets. */
    public static WorkerConfig of(String key, String value) {
        Map<String, String> secrets = Map.of("earlyphase.s3.access-key", "key", "earlyphase.s3.secret-key", "secret");
        return new SmallRyeConfigBuilder()
                .withSources(new PropertiesConfigSource(secrets, "secrets", ABOVE_ALL))
                .withSources(new PropertiesConfigSource(Map.of(key, value), "test", ABOVE_ALL))
                .addDiscoveredConverters()
                .withMapping(WorkerConfig.class)
                .build()
                .getConfigMapping(WorkerConfig.class);
    }
}
