package dev.earlyphase.gateway.figure;

import java.time.Duration;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Figures of studies that have ended, which are remembered. */
@ConfigMapping(prefix = "earlyphase.figures")
public interface FigureConfig {
    /** For so long; what the analyzer still finds out of an ended study is seen after it. */
    @WithDefault("30s")
    Duration remembered();

    /** All together take at most so much memory. */
    @WithDefault("24M")
    MemorySize memory();
}
