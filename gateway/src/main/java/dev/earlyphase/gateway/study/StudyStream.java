package dev.earlyphase.gateway.study;

import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.Sse;
import jakarta.ws.rs.sse.SseEventSink;

import dev.earlyphase.contracts.error.DomainException.Unavailable;
import dev.earlyphase.contracts.error.Problem;
import dev.earlyphase.contracts.study.StudyView;
import dev.earlyphase.gateway.orchestrator.Orchestrator;
import dev.earlyphase.gateway.orchestrator.OrchestratorProblem;

/**
 * A study's progress to one listener: {@code progress} each second while it runs, then {@code end}. While the
 * orchestrator cannot tell, the listener gets {@code problem} instead, and after a minute of that the stream stops.
 */
final class StudyStream {
    private static final Duration EVERY = Duration.ofSeconds(1);
    private static final Duration SEND_LIMIT = Duration.ofSeconds(10);
    private static final int PATIENCE = 60;
    private static final Problem AWAY =
            Problem.of(new Unavailable("The orchestrator cannot tell at present; it is asked again."));

    private final Orchestrator orchestrator;
    private final SseEventSink sink;
    private final Sse sse;
    private final BooleanSupplier stopping;

    /** @param stopping whether the service is on its way down, when nothing can be asked or sent any more */
    StudyStream(Orchestrator orchestrator, SseEventSink sink, Sse sse, BooleanSupplier stopping) {
        this.orchestrator = orchestrator;
        this.sink = sink;
        this.sse = sse;
        this.stopping = stopping;
    }

    /** Returns when the study has ended, the listener has gone, patience is at its end or the service stops. */
    void follow(StudyView first) {
        try {
            untilTheEnd(first);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
        if (!stopping.getAsBoolean()) {
            sink.close();
        }
    }

    private void untilTheEnd(StudyView first) throws InterruptedException {
        StudyView study = first;
        int failures = 0;
        while (study.state() == StudyView.State.RUNNING && failures < PATIENCE) {
            if (failures == 0 && !send("progress", study)) {
                return;
            }
            Thread.sleep(EVERY);
            // With the listener goes what the orchestrator is told of who asks.
            if (stopping.getAsBoolean() || sink.isClosed()) {
                return;
            }
            try {
                study = orchestrator.study(first.id());
                failures = 0;
            } catch (ProcessingException | Unavailable | OrchestratorProblem away) {
                failures++;
                if (!send("problem", AWAY)) {
                    return;
                }
            }
        }
        if (study.state() != StudyView.State.RUNNING) {
            send("end", study);
        }
    }

    /** Waits until it is on its way; false when the listener is not there any more. */
    private boolean send(String name, Object data) throws InterruptedException {
        var event = sse.newEventBuilder()
                .name(name)
                .mediaType(MediaType.APPLICATION_JSON_TYPE)
                .data(data)
                .build();
        try {
            sink.send(event).toCompletableFuture().get(SEND_LIMIT.toSeconds(), TimeUnit.SECONDS);
            return !sink.isClosed();
        } catch (ExecutionException | TimeoutException | IllegalStateException gone) {
            return false;
        }
    }
}
