package dev.earlyphase.analyzer.object;

import java.io.IOException;
import java.math.BigInteger;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

import com.sun.net.httpserver.HttpServer;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.quarkus.runtime.configuration.MemorySize;
import org.junit.jupiter.api.Test;

import dev.earlyphase.analyzer.testing.Sha256;
import dev.earlyphase.contracts.error.DomainException.Invalid;
import dev.earlyphase.contracts.error.DomainException.Unavailable;
import dev.earlyphase.contracts.object.ObjectRef;
import dev.earlyphase.weights.Tensors;
import dev.earlyphase.weights.safetensors.Safetensors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class ObjectStoreTest {
    private static final int LIMIT = 1_000;

    @Test
    void a_store_that_is_away_is_unavailable() throws IOException {
        var store = new ObjectStore(
                new Endpoint("http://127.0.0.1:" + unusedPort()), new Sizes(), new SimpleMeterRegistry());

        assertThatThrownBy(() -> store.fetch(new ObjectRef("trials/x", "ab", LIMIT)))
                .isInstanceOf(Unavailable.class)
                .hasMessageContaining("trials/x");
    }

    @Test
    void a_store_that_is_away_neither_lists_nor_deletes() throws IOException {
        var store = new ObjectStore(
                new Endpoint("http://127.0.0.1:" + unusedPort()), new Sizes(), new SimpleMeterRegistry());

        assertThatThrownBy(() -> store.keysUnder("trials/x/"))
                .isInstanceOf(Unavailable.class)
                .hasMessageContaining("trials/x/");
        assertThatThrownBy(() -> store.delete(List.of("trials/x/a"))).isInstanceOf(Unavailable.class);
    }

    @Test
    void an_object_over_the_limit_is_refused_before_it_is_fetched() throws IOException {
        var store = new ObjectStore(
                new Endpoint("http://127.0.0.1:" + unusedPort()), new Sizes(), new SimpleMeterRegistry());

        assertThatThrownBy(() -> store.fetch(new ObjectRef("trials/x", "ab", LIMIT + 1)))
                .isInstanceOf(Invalid.class)
                .hasMessageContainingAll("size of trials/x", "1001", "at most 1000 bytes");
    }

    @Test
    void an_object_that_was_spoilt_on_the_way_is_fetched_again() throws Exception {
        byte[] sound = Safetensors.bytes(Tensors.of(), Map.of());
        byte[] spoilt = sound.clone();
        spoilt[sound.length - 1] ^= 1;
        try (var server = new Answers(List.of(spoilt, spoilt, sound))) {
            var store = new ObjectStore(new Endpoint(server.address()), new Sizes(), new SimpleMeterRegistry());

            store.fetch(new ObjectRef("trials/x", Sha256.of(sound), sound.length));

            assertThat(server.asked()).isEqualTo(3);
        }
    }

    /** Answers one request after another. */
    private static final class Answers implements AutoCloseable {
        private final HttpServer server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        private final AtomicInteger asked = new AtomicInteger();

        Answers(List<byte[]> bodies) throws IOException {
            server.createContext("/", exchange -> {
                byte[] body = bodies.get(asked.getAndIncrement());
                exchange.sendResponseHeaders(200, body.length);
                exchange.getResponseBody().write(body);
                exchange.close();
            });
            server.start();
        }

        String address() {
            return "http://127.0.0.1:" + server.getAddress().getPort();
        }

        int asked() {
            return asked.get();
        }

        @Override
        public void close() {
            server.stop(0);
        }
    }

    private static int unusedPort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private record Endpoint(String endpoint) implements S3Config {
        @Override
        public String accessKey() {
            return "access";
        }

        @Override
        public String secretKey() {
            return "secret-key";
        }

        @Override
        public String bucket() {
            return "earlyphase";
        }

        @Override
        public String region() {
            return "us-east-1";
        }
    }

    private record Sizes() implements ObjectConfig {
        @Override
        public MemorySize limit() {
            return new MemorySize(BigInteger.valueOf(LIMIT));
        }

        @Override
        public Duration patience() {
            return Duration.ofSeconds(20);
        }

        @Override
        public MemorySize cache() {
            return limit();
        }
    }
}
