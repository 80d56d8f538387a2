package dev.earlyphase.reliability.detour;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

import com.sun.net.httpserver.HttpServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class DetourTest {
    private static final String BODY = "weights".repeat(10_000);

    private HttpServer server;
    private Detour detour;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            byte[] body = BODY.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
        detour = Detour.to(() -> server.getAddress().getPort());
    }

    @AfterEach
    void stop() {
        detour.close();
        server.stop(0);
    }

    @Test
    void what_passes_is_not_changed() throws Exception {
        assertThat(get().body()).isEqualTo(BODY);
    }

    @Test
    void an_answer_of_its_own_takes_the_place_of_the_servers() throws Exception {
        detour.behave(new Behaviour.Answering(503));

        assertThat(get().statusCode()).isEqualTo(503);
    }

    @Test
    void a_corrupted_answer_has_its_length_and_other_bytes() throws Exception {
        detour.behave(new Behaviour.Corrupting());

        assertThat(get().body()).hasSameSizeAs(BODY).isNotEqualTo(BODY);
    }

    @Test
    void a_truncated_answer_ends_before_its_length() {
        detour.behave(new Behaviour.Truncating());

        assertThatThrownBy(this::get).isInstanceOf(IOException.class);
    }

    @Test
    void refused_connections_end_at_once() {
        detour.behave(new Behaviour.Refusing());

        assertThatThrownBy(this::get).isInstanceOf(IOException.class);
    }

    @Test
    void an_open_connection_is_cut() throws Exception {
        try (var client = new Socket(InetAddress.getLoopbackAddress(), detour.port())) {
            client.getOutputStream().write("GET / HTTP/1.1\r\nHost: x\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            client.getInputStream().readNBytes(BODY.length());

            detour.cut();

            client.getInputStream().transferTo(java.io.OutputStream.nullOutputStream());
            assertThat(client.getInputStream().read()).isEqualTo(-1);
        }
    }

    @Test
    void an_open_connection_is_reset() throws Exception {
        try (var client = new Socket(InetAddress.getLoopbackAddress(), detour.port())) {
            client.getOutputStream().write("GET / HTTP/1.1\r\nHost: x\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            client.getInputStream().readNBytes(BODY.length());

            detour.reset();

            assertThatThrownBy(() -> client.getInputStream().transferTo(java.io.OutputStream.nullOutputStream()))
                    .isInstanceOf(IOException.class);
        }
    }

    @Test
    void it_passes_again_when_told_to() throws Exception {
        detour.behave(new Behaviour.Answering(500));
        get();

        detour.behave(Behaviour.PASSING);

        assertThat(get().statusCode()).isEqualTo(200);
    }

    private HttpResponse<String> get() throws Exception {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + detour.port()))
                .timeout(Duration.ofSeconds(30))
                .build();
        try (var client = HttpClient.newHttpClient()) {
            return client.send(request, BodyHandlers.ofString());
        }
    }
}
