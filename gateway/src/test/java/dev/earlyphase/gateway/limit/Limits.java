package dev.earlyphase.gateway.limit;

import java.time.Duration;

/** As configured, for tests. */
public record Limits(int requests, int downloads, Duration stall, int streams, int figures, Duration figureWait)
        implements AtOnce {
    public static Limits of(int each) {
        return new Limits(each, each, Duration.ofMinutes(1), each, each, Duration.ZERO);
    }

    Limits withStall(Duration patience) {
        return new Limits(requests, downloads, patience, streams, figures, figureWait);
    }
}
