package dev.earlyphase.gateway.limit;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import static org.assertj.core.api.Assertions.assertThat;

/** With room for one of each, and a service that answers when the test lets it. */
@Timeout(60)
class LanesTest {
    private static final String STUDIES = "/api/v1/studies";
    private static final String ARCHIVE = "/api/v1/studies/abc/archive";

    private final Vertx vertx = Vertx.vertx();
    private final HttpClient client = HttpClient.newHttpClient();
    private final BlockingQueue<RoutingContext> atWork = new LinkedBlockingQueue<>();
    private HttpServer server;

    @BeforeEach
    void listen() throws Exception {
        serve(Limits.of(1));
    }

    @AfterEach
    void stop() throws Exception {
        client.shutdownNow();
        vertx.close().toCompletionStage().toCompletableFuture().get(20, TimeUnit.SECONDS);
    }

    private void serve(Limits limits) throws Exception {
        var router = Router.router(vertx);
        router.route().handler(new Lanes(limits, new ObjectMapper())::admit);
        router.route().handler(atWork::add);
        server = vertx.createHttpServer()
                .requestHandler(router)
                .listen(0, "127.0.0.1")
                .toCompletionStage()
                .toCompletableFuture()
                .get(20, TimeUnit.SECONDS);
    }

    private HttpRequest request(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.actualPort() + path))
                .build();
    }

    private CompletableFuture<HttpResponse<String>> ask(String path) {
        return client.sendAsync(request(path), BodyHandlers.ofString());
    }

    @Test
    void one_request_too_many_is_told_when_to_come_again() throws Exception {
        ask(STUDIES);
        atWork.take();

        var refused = ask(STUDIES).get();

        assertThat(refused.statusCode()).isEqualTo(503);
        assertThat(refused.headers().firstValue("Retry-After")).contains("5");
        assertThat(refused.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(refused.body()).contains("/errors/unavailable", "1 requests at work");
    }

    @Test
    void an_answer_makes_room_for_the_next() throws Exception {
        var first = ask(STUDIES);
        atWork.take().end("done");
        first.get();

        ask(STUDIES);

        assertThat(atWork.poll(20, TimeUnit.SECONDS)).isNotNull();
    }

    @Test
    void a_client_that_goes_away_makes_room_for_the_next() throws Exception {
        HttpClient impatient = HttpClient.newHttpClient();
        impatient.sendAsync(request(STUDIES), BodyHandlers.ofString());
        var held = atWork.take();
        var gone = new CompletableFuture<Void>();
        held.addEndHandler(ended -> gone.complete(null));
        impatient.shutdownNow();
        gone.handle((value, fault) -> value).get(20, TimeUnit.SECONDS);

        ask(STUDIES);

        assertThat(atWork.poll(20, TimeUnit.SECONDS)).isNotNull();
    }

    @Test
    void downloads_do_not_keep_others_out() throws Exception {
        ask(ARCHIVE);
        atWork.take();

        assertThat(ask(ARCHIVE).get().statusCode()).isEqualTo(503);
        ask(STUDIES);
        assertThat(atWork.poll(20, TimeUnit.SECONDS)).isNotNull();
    }

    @Test
    void a_download_that_stands_still_is_broken_off() throws Exception {
        serve(Limits.of(1).withStall(Duration.ofMillis(200)));
        var download = client.sendAsync(request(ARCHIVE), BodyHandlers.ofInputStream());
        atWork.take().response().setChunked(true).write("begun, and no further");

        assertThat(end(download.get().body())).isInstanceOf(IOException.class);
    }

    private static Exception end(InputStream body) {
        try {
            body.readAllBytes();
            return null;
        } catch (IOException brokenOff) {
            return brokenOff;
        }
    }
}
