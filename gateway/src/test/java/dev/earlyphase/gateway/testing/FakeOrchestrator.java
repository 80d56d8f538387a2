package dev.earlyphase.gateway.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

/**
 * Answers a GET or POST with what was PUT under the same path and query before, and 404 without a problem otherwise.
 * A PUT may name a status by the header {@value #STATUS}; status 0 stands for hanging up. A request of method
 * {@value #RECEIVED} tells the body that was last POSTed there.
 */
final class FakeOrchestrator implements AutoCloseable {
    static final String STATUS = "Answer-Status";
    static final String RECEIVED = "RECEIVED";

    private record Answer(int status, byte[] body) {}

    private final Map<String, Answer> answers = new ConcurrentHashMap<>();
    private final Map<String, byte[]> received = new ConcurrentHashMap<>();
    private final HttpServer server;

    FakeOrchestrator() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::handle);
        server.start();
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void handle(HttpExchange exchange) throws IOException {
        String key = exchange.getRequestURI().toString();
        byte[] body = exchange.getRequestBody().readAllBytes();
        switch (exchange.getRequestMethod()) {
            case "PUT" -> {
                answers.put(key, new Answer(Integer.parseInt(exchange.getRequestHeaders().getFirst(STATUS)), body));
                send(exchange, 204, new byte[0]);
            }
            case RECEIVED -> send(exchange, 200, received.get(key));
            default -> {
                received.put(key, body);
                var nothing = new Answer(404, ("nothing at " + key).getBytes(StandardCharsets.UTF_8));
                var answer = answers.getOrDefault(key, nothing);
                send(exchange, answer.status(), answer.body());
            }
        }
    }

    private static void send(HttpExchange exchange, int status, byte[] body) throws IOException {
        try (exchange) {
            if (status == 0) {
                return;
            }
            String type = status < 400 ? "application/json" : "application/problem+json";
            exchange.getResponseHeaders().add("Content-Type", type);
            exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
            exchange.getResponseBody().write(body);
        }
    }
}
