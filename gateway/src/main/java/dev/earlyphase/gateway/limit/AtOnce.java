package dev.earlyphase.gateway.limit;

import java.time.Duration;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How much is done at once. What is asked for beyond is answered with 503 and when to come again. */
@ConfigMapping(prefix = "earlyphase.at-once")
public interface AtOnce {
    /** So many requests are at work at once, of all users together; one more is answered with 503. */
    @WithDefault("256")
    int requests();

    /** So many files are sent at once while they are made, such as archives and tables; each holds a connection to Postgres. */
    @WithDefault("4")
    int downloads();

    /** A download that moves less than 64 kB in so long is broken off. */
    @WithDefault("1m")
    Duration stall();

    /** So many event streams are open at once. */
    @WithDefault("1000")
    int streams();

    /** So many figures are computed at once. */
    @WithDefault("4")
    int figures();

    /** Others wait so long for their turn before they are answered with 503. */
    @WithDefault("10s")
    Duration figureWait();
}
