package dev.earlyphase.trainer.orchestrator;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Optional;
import jakarta.inject.Singleton;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.propagation.W3CTraceContextPropagator;
import io.opentelemetry.context.Context;
import io.opentelemetry.instrumentation.annotations.WithSpan;

import dev.earlyphase.contracts.claim.Claim;
import dev.earlyphase.contracts.claim.ClaimRequest;
import dev.earlyphase.contracts.claim.Heartbeat;
import dev.earlyphase.contracts.claim.Orders;
import dev.earlyphase.contracts.error.DomainException.Unavailable;
import dev.earlyphase.contracts.trial.TrialId;
import dev.earlyphase.trainer.config.WorkerConfig;
import dev.earlyphase.trainer.config.WorkerKey;
import dev.earlyphase.trainer.config.WorkerName;

/** The orchestrator over HTTP. */
@Singleton
final class HttpOrchestrator implements Orchestrator {
    private static final int OK = 200;
    private static final int NOT_FOUND = 404;
    private static final int CONFLICT = 409;

    private final HttpClient client;
    private final ObjectMapper json;
    private final URI url;
    private final Duration limit;
    private final WorkerName worker;
    private final WorkerKey key;

    HttpOrchestrator(WorkerConfig config, ObjectMapper json, WorkerName worker, WorkerKey key) {
        this.key = key;
        this.json = json;
        this.worker = worker;
        this.url = URI.create(config.orchestrator().url().replaceAll("/+$", "") + "/");
        this.limit = config.orchestrator().limit();
        this.client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(limit)
                .build();
    }

    @Override
    @WithSpan(value = "claim", kind = SpanKind.CLIENT)
    public Optional<Claim> claim(TrialId trial) {
        Span.current().setAttribute("trial", trial.value()).setAttribute("worker", worker.toString());
        HttpResponse<String> response = post("internal/claims", new ClaimRequest(trial, worker.toString()));
        return switch (response.statusCode()) {
            case OK -> Optional.of(read(response, Claim.class));
            case CONFLICT, NOT_FOUND -> Optional.empty();
            default -> throw unexpected(response);
        };
    }

    @Override
    public Orders beat(Heartbeat heartbeat) {
        HttpResponse<String> response = post("internal/heartbeats", heartbeat);
        if (response.statusCode() != OK) {
            throw unexpected(response);
        }
        return read(response, Orders.class);
    }

    private HttpResponse<String> post(String path, Object body) {
        try {
            HttpRequest.Builder request = HttpRequest.newBuilder(url.resolve(path))
                    .timeout(limit)
                    .header("Content-Type", "application/json")
                    .header("Authorization", key.bearer())
                    .POST(BodyPublishers.ofString(json.writeValueAsString(body)));
            W3CTraceContextPropagator.getInstance().inject(Context.current(), request, HttpRequest.Builder::setHeader);
            return client.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new Unavailable("The orchestrator at " + url + " does not answer: " + e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Unavailable("Interrupted while waiting for the orchestrator at " + url);
        }
    }

    private <T> T read(HttpResponse<String> response, Class<T> type) {
        try {
            return json.readValue(response.body(), type);
        } catch (JsonProcessingException e) {
            throw new Unavailable("The orchestrator at " + url + " answered what is no " + type.getSimpleName() + ": "
                    + e.getOriginalMessage());
        }
    }

    private Unavailable unexpected(HttpResponse<String> response) {
        return new Unavailable(
                "The orchestrator at " + url + " answered " + response.statusCode() + ": " + response.body());
    }
}
