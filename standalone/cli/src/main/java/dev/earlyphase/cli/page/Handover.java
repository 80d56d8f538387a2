package dev.earlyphase.cli.page;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.HexFormat;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

/**
 * Hands an address to a browser without naming it: the browser is given another one on loopback, good for a single
 * request, that leads there. Programs' arguments can be read by everybody on the machine; answers cannot.
 */
final class Handover implements AutoCloseable {
    private static final int RANDOM_BYTES = 16;

    private final HttpServer server;
    private final String path;
    private final URI target;
    private final CountDownLatch taken = new CountDownLatch(1);

    Handover(URI target) {
        this.target = target;
        byte[] random = new byte[RANDOM_BYTES];
        new SecureRandom().nextBytes(random);
        this.path = "/" + HexFormat.of().formatHex(random);
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot listen on loopback", e);
        }
        server.createContext("/", this::answer);
        server.start();
    }

    /** What the browser is given. */
    URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + path);
    }

    /** Whether the browser has come. */
    boolean awaitTaken(Duration limit) {
        try {
            return taken.await(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private synchronized void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            boolean first =
                    taken.getCount() > 0 && exchange.getRequestURI().getPath().equals(path);
            if (first) {
                exchange.getResponseHeaders().set("Location", target.toString());
                exchange.getResponseHeaders().set("Cache-Control", "no-store");
            }
            exchange.sendResponseHeaders(first ? 302 : 404, -1);
            if (first) {
                taken.countDown();
            }
        }
    }
}
