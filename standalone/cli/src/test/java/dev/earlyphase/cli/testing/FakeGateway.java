package dev.earlyphase.cli.testing;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

/** An HTTP server that gives each request the replies that a test prepared for it, the last one again and again. */
public final class FakeGateway implements AutoCloseable {
    private final HttpServer server;
    private final Map<String, Deque<Reply>> replies = new ConcurrentHashMap<>();
    private final List<String> tokens = Collections.synchronizedList(new ArrayList<>());
    private final List<String> requests = Collections.synchronizedList(new ArrayList<>());

    private record Reply(int status, String mediaType, byte[] body) {}

    public FakeGateway() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new IllegalStateException("cannot listen", e);
        }
        server.createContext("/", this::handle);
        server.start();
    }

    public URI url() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    /** @param request method and address, such as {@code GET /api/v1/studies} */
    public FakeGateway on(String request, int status, String body) {
        return on(request, status, "application/json", body);
    }

    public FakeGateway on(String request, int status, String mediaType, String body) {
        return on(request, status, mediaType, body.getBytes(StandardCharsets.UTF_8));
    }

    public FakeGateway on(String request, int status, String mediaType, byte[] body) {
        replies.computeIfAbsent(request, any -> new ArrayDeque<>()).add(new Reply(status, mediaType, body));
        return this;
    }

    /** What was asked: method, address, media type and body. */
    public List<String> requests() {
        return List.copyOf(requests);
    }

    /** The authorization of each request. */
    public List<String> tokens() {
        return List.copyOf(tokens);
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            String request = exchange.getRequestMethod() + " " + exchange.getRequestURI();
            String mediaType = exchange.getRequestHeaders().getFirst("Content-Type");
            tokens.add(String.valueOf(exchange.getRequestHeaders().getFirst("Authorization")));
            requests.add(mediaType == null ? request : request + " " + mediaType + " " + body);
            Deque<Reply> prepared = replies.get(request);
            Reply reply = prepared == null
                    ? new Reply(
                            599,
                            "text/plain",
                            ("the test prepared no reply to " + request).getBytes(StandardCharsets.UTF_8))
                    : prepared.size() > 1 ? prepared.poll() : prepared.peek();
            byte[] bytes = reply.body();
            exchange.getResponseHeaders().set("Content-Type", reply.mediaType());
            exchange.sendResponseHeaders(reply.status(), bytes.length == 0 ? -1 : bytes.length);
            exchange.getResponseBody().write(bytes);
        }
    }
}
