package dev.earlyphase.gateway.limit;

import java.time.Duration;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How much is done at once. What is asked for beyond is answered with 503 and when to come again. */
@ConfigMapping(prefix = "earlyphase.at-once")
public interface AtOnce {
    /** Requests at work at the same time, of all users together. */
    @WithDefault("256")
    int requests();

    /** Files sent while they are made, such as archives and tables; each holds a connection to Postgres. */
    @WithDefault("4")
    int downloads();

    /** A download that moves less than 64 kB in so long is broken off. */
    @WithDefault("1m")
    Duration stall();

    /** Event streams. */
    @WithDefault("1000")
    int streams();

    /** Figures that are being computed; others wait for their turn. */
    @WithDefault("4")
    int figures();

    /** A figure waits so long for its turn. */
    @WithDefault("10s")
    Duration figureWait();
}
