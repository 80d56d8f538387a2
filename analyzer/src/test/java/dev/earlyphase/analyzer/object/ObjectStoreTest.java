package dev.earlyphase.analyzer.object;

import java.io.IOException;
import java.math.BigInteger;
import java.net.ServerSocket;
import java.util.List;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.quarkus.runtime.configuration.MemorySize;
import org.junit.jupiter.api.Test;

import dev.earlyphase.contracts.error.DomainException.Invalid;
import dev.earlyphase.contracts.error.DomainException.Unavailable;
import dev.earlyphase.contracts.object.ObjectRef;

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
        public MemorySize cache() {
            return limit();
        }
    }
}
