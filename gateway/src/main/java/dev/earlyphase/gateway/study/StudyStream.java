package dev.earlyphase.gateway.study;

import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.Sse;
import jakarta.ws.rs.sse.SseEventSink;

/** What comes into one listener's mailbox, sent on. A listener who does not take it in for long is let go. */
final class StudyStream {
    private static final Duration SEND_LIMIT = Duration.ofSeconds(10);
    /** Feeds tell something each second. */
    private static final Duration LOOK_EVERY = Duration.ofSeconds(5);

    private final Mailbox mailbox;
    private final SseEventSink sink;
    private final Sse sse;
    private final BooleanSupplier stopping;

    /** @param stopping whether the service is on its way down, when nothing can be sent any more */
    StudyStream(Mailbox mailbox, SseEventSink sink, Sse sse, BooleanSupplier stopping) {
        this.mailbox = mailbox;
        this.sink = sink;
        this.sse = sse;
        this.stopping = stopping;
    }

    /** Returns when the last has been sent, the listener has gone or the service stops. */
    void follow() {
        try {
            boolean on = true;
            while (on && !stopping.getAsBoolean() && !sink.isClosed()) {
                News news = mailbox.take(LOOK_EVERY);
                on = news == null || send(news) && !news.last();
            }
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
        if (!stopping.getAsBoolean()) {
            sink.close();
        }
    }

    /** Waits until it is on its way; false when the listener is not there any more. */
    private boolean send(News news) throws InterruptedException {
        // JSON already: as plain text it is not written as JSON once more.
        var event = sse.newEventBuilder()
                .name(news.name())
                .mediaType(MediaType.TEXT_PLAIN_TYPE)
                .data(news.data())
                .build();
        try {
            sink.send(event).toCompletableFuture().get(SEND_LIMIT.toSeconds(), TimeUnit.SECONDS);
            return !sink.isClosed();
        } catch (ExecutionException | TimeoutException | IllegalStateException gone) {
            return false;
        }
    }
}
