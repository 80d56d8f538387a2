package dev.earlyphase.analyzer.object;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How much memory objects may take. */
@ConfigMapping(prefix = "earlyphase.analyzer.object")
public interface ObjectConfig {
    /** A larger object is a dead letter; raise it together with the heap, into which some six such objects must fit. */
    @WithDefault("48M")
    MemorySize limit();

    /** Recently used starts, initialisations and masks are kept up to this size. */
    @WithDefault("32M")
    MemorySize cache();
}
