package dev.earlyphase.trainer.worker;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

import dev.earlyphase.contracts.claim.Claim;
import dev.earlyphase.contracts.claim.ClaimRequest;
import dev.earlyphase.contracts.claim.Heartbeat;
import dev.earlyphase.contracts.claim.Orders;
import dev.earlyphase.contracts.trial.TrialId;

/** Gives the claims that a test has laid out, each once, and says of trials that a test has named that they ended. */
final class FakeOrchestrator {
    static final FakeOrchestrator SHARED = new FakeOrchestrator();

    final Map<TrialId, Claim> claims = new ConcurrentHashMap<>();
    final Set<TrialId> ended = ConcurrentHashMap.newKeySet();
    final Set<TrialId> alive = ConcurrentHashMap.newKeySet();
    final Set<TrialId> asked = ConcurrentHashMap.newKeySet();
    final Set<String> tokens = ConcurrentHashMap.newKeySet();
    final Map<TrialId, String> traces = new ConcurrentHashMap<>();

    private final ObjectMapper json =
            JsonMapper.builder().addModule(new JavaTimeModule()).build();
    private final HttpServer server;

    private FakeOrchestrator() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/internal/claims", this::claim);
        server.createContext("/internal/heartbeats", this::beat);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.start();
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    private void claim(HttpExchange exchange) throws IOException {
        tokens.add(String.valueOf(exchange.getRequestHeaders().getFirst("Authorization")));
        TrialId trial =
                json.readValue(exchange.getRequestBody(), ClaimRequest.class).trial();
        asked.add(trial);
        traces.put(trial, String.valueOf(exchange.getRequestHeaders().getFirst("traceparent")));
        Claim claim = claims.remove(trial);
        answer(exchange, claim == null ? 409 : 200, claim == null ? Map.of() : claim);
    }

    private void beat(HttpExchange exchange) throws IOException {
        tokens.add(String.valueOf(exchange.getRequestHeaders().getFirst("Authorization")));
        Heartbeat heartbeat = json.readValue(exchange.getRequestBody(), Heartbeat.class);
        heartbeat.running().forEach(running -> alive.add(running.trial()));
        answer(
                exchange,
                200,
                new Orders(heartbeat.running().stream()
                        .map(r -> new Orders.Order(
                                r.trial(),
                                r.attempt(),
                                ended.contains(r.trial()) ? Orders.Kind.ENDED : Orders.Kind.CONTINUE))
                        .toList()));
    }

    private void answer(HttpExchange exchange, int status, Object body) throws IOException {
        byte[] bytes = json.writeValueAsBytes(body);
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }
}
