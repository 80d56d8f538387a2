package dev.earlyphase.gateway.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

/**
 * Answers a GET or POST with what was PUT under the same path and query before, and 404 without a problem otherwise.
 * A PUT may name a status by the header {@value #STATUS}; status 0 stands for hanging up. A request of method
 * {@value #RECEIVED} tells the body that was last sent there, or
 * the header that {@value #HEADER} names.
 */
final class FakeOrchestrator implements AutoCloseable {
    static final String STATUS = "Answer-Status";
    static final String RECEIVED = "RECEIVED";
    static final String HEADER = "Answer-Header";

    private record Answer(int status, String type, byte[] body) {
        static final Answer DONE = new Answer(204, null, new byte[0]);
        static final Answer NOTHING = new Answer(404, "text/plain", "nothing here".getBytes(StandardCharsets.UTF_8));

        static Answer json(int status, byte[] body) {
            return new Answer(status, status < 400 ? "application/json" : "application/problem+json", body);
        }
    }

    private final Map<String, Answer> answers = new ConcurrentHashMap<>();
    private final Map<String, byte[]> received = new ConcurrentHashMap<>();
    private final Map<String, Headers> headers = new ConcurrentHashMap<>();
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
                answers.put(
                        key,
                        Answer.json(
                                Integer.parseInt(exchange.getRequestHeaders().getFirst(STATUS)), body));
                send(exchange, Answer.DONE);
            }
            case RECEIVED -> send(exchange, Answer.json(200, received(exchange)));
            default -> {
                received.put(key, body);
                headers.put(key, exchange.getRequestHeaders());
                send(exchange, answers.getOrDefault(key, Answer.NOTHING));
            }
        }
    }

    private byte[] received(HttpExchange exchange) {
        String header = exchange.getRequestHeaders().getFirst(HEADER);
        String key = exchange.getRequestURI().toString();
        return header == null
                ? received.get(key)
                : String.valueOf(headers.get(key).getFirst(header)).getBytes(StandardCharsets.UTF_8);
    }

    private static void send(HttpExchange exchange, Answer answer) throws IOException {
        try (exchange) {
            if (answer.status() == 0) {
                return;
            }
            if (answer.type() != null) {
                exchange.getResponseHeaders().add("Content-Type", answer.type());
            }
            exchange.sendResponseHeaders(answer.status(), answer.body().length == 0 ? -1 : answer.body().length);
            exchange.getResponseBody().write(answer.body());
        }
    }
}
