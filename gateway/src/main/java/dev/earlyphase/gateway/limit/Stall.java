package dev.earlyphase.gateway.limit;

import java.time.Duration;

import io.vertx.ext.web.RoutingContext;
import org.jboss.logging.Logger;

/** A download whose reader takes next to nothing, which would hold what it needs for ever, is broken off. */
final class Stall {
    private static final Logger LOG = Logger.getLogger(Stall.class);
    private static final long LEAST_BYTES = 64 * 1024;

    private final RoutingContext request;
    private long before;

    private Stall(RoutingContext request) {
        this.request = request;
    }

    /** @param patience in which it must move something */
    static void watch(RoutingContext request, Duration patience) {
        var stall = new Stall(request);
        long timer = request.vertx().setPeriodic(patience.toMillis(), stall::look);
        request.addEndHandler(ended -> request.vertx().cancelTimer(timer));
    }

    private void look(long timer) {
        long now = request.response().bytesWritten();
        if (now - before >= LEAST_BYTES || request.response().ended()) {
            before = now;
            return;
        }
        request.vertx().cancelTimer(timer);
        LOG.warnf(
                "A download that stood still is broken off: %s",
                request.request().path());
        request.request().connection().close();
    }
}
