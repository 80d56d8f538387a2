package dev.earlyphase.gateway.figure;

import java.time.Duration;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Figures of studies that have ended, which are remembered. */
@ConfigMapping(prefix = "earlyphase.figures")
public interface FigureConfig {
    /** Figures of an ended study are remembered for so long; what the analyzer still finds out is drawn after it. */
    @WithDefault("30s")
    Duration remembered();

    /** Remembered figures take at most so much memory. */
    @WithDefault("24M")
    MemorySize memory();
}
