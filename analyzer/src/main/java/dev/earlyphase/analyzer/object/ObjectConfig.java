package dev.earlyphase.analyzer.object;

import java.time.Duration;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How much memory objects may take. */
@ConfigMapping(prefix = "earlyphase.analyzer.object")
public interface ObjectConfig {
    /** A larger object is a dead letter; raise it together with the heap, into which some six such objects must fit. */
    @WithDefault("48M")
    MemorySize limit();

    /**
     * An object that is not the one referred to is fetched again for so long, since it may have been spoilt on the way;
     * after that its record is a dead letter.
     */
    @WithDefault("30s")
    Duration patience();

    /** Recently used starts, initialisations and masks are kept up to this size. */
    @WithDefault("32M")
    MemorySize cache();
}
