package dev.earlyphase.gateway.limit;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import jakarta.annotation.security.PermitAll;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.ws.rs.core.HttpHeaders;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.ext.web.RoutingContext;

import dev.earlyphase.contracts.error.Check;
import dev.earlyphase.contracts.error.DomainException.Unavailable;
import dev.earlyphase.contracts.error.Problem;

/**
 * Lets so many requests in, before anything is done for them, and refuses the next. So what waits inside is bounded, and
 * with it the memory and the time that an answer takes.
 */
@ApplicationScoped
public class Lanes {
    /** Before anybody is asked who they are. */
    private static final int FIRST = 1_000;

    private final Map<Lane, Semaphore> rooms = new EnumMap<>(Lane.class);
    private final AtOnce limits;
    private final ObjectMapper json;

    Lanes(AtOnce limits, ObjectMapper json) {
        this.limits = limits;
        this.json = json;
        for (Lane lane : Lane.values()) {
            rooms.put(lane, new Semaphore(limit(lane)));
        }
    }

    @PermitAll
    void begin(@Observes Filters filters) {
        filters.register(this::admit, FIRST);
    }

    private int limit(Lane lane) {
        int limit =
                switch (lane) {
                    case DOWNLOADS -> limits.downloads();
                    case REQUESTS -> limits.requests();
                };
        Check.atLeast(1, limit, "earlyphase.at-once." + lane.words());
        return limit;
    }

    void admit(RoutingContext request) {
        Optional<Lane> lane = Lane.of(
                request.request().path(),
                request.request().query(),
                request.request().getHeader(HttpHeaders.ACCEPT));
        if (lane.isEmpty()) {
            request.next();
            return;
        }
        Semaphore room = rooms.get(lane.get());
        if (!room.tryAcquire()) {
            refuse(request, lane.get());
            return;
        }
        request.addEndHandler(ended -> room.release());
        if (lane.get() == Lane.DOWNLOADS) {
            Stall.watch(request, limits.stall());
        }
        request.next();
    }

    private void refuse(RoutingContext request, Lane lane) {
        var busy = new Unavailable(
                "There are %d %s at work, as many as there may be at once.".formatted(limit(lane), lane.words()));
        try {
            String problem = json.writeValueAsString(Problem.of(busy));
            request.response()
                    .setStatusCode(busy.kind().status())
                    .putHeader(HttpHeaders.CONTENT_TYPE, Problem.MEDIA_TYPE)
                    .putHeader(HttpHeaders.RETRY_AFTER, Long.toString(Unavailable.SECONDS))
                    .end(problem);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
