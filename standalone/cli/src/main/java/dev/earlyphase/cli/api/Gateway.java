package dev.earlyphase.cli.api;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;

import dev.earlyphase.cli.exit.Failure;
import dev.earlyphase.cli.exit.Interruption;
import dev.earlyphase.contracts.access.QuotaView;

/**
 * Calls of the API. Each throws a {@link Failure} that says what the API refused and why, or that it does not answer.
 *
 * @param url the gateway's address
 * @param token what opens it
 */
public record Gateway(URI url, Token token, HttpClient client) {
    private static final Duration CONNECT_LIMIT = Duration.ofSeconds(10);
    /** A study of ten thousand trials takes seconds to accept. */
    private static final Duration REPLY_LIMIT = Duration.ofSeconds(60);

    public Gateway(URI url, Token token) {
        this(url, token, HttpClient.newBuilder().connectTimeout(CONNECT_LIMIT).build());
    }

    public Studies studies() {
        return new Studies(this);
    }

    public Keys keys() {
        return new Keys(this);
    }

    public QuotaView quota() {
        return Json.read(get("quota"), QuotaView.class);
    }

    public Trials trials() {
        return new Trials(this);
    }

    /** The address of a resource, for people to open. */
    public URI address(String path) {
        return url.resolve("/api/v1/" + path);
    }

    String get(String path) {
        return send(request(path).GET()).text();
    }

    /** Empty when there is no such thing. */
    Optional<String> find(String path) {
        try {
            return Optional.of(get(path));
        } catch (Failure failure) {
            if (failure.isNotFound()) {
                return Optional.empty();
            }
            throw failure;
        }
    }

    /** What is not text, such as an image. */
    byte[] getBytes(String path) {
        return send(request(path).GET()).body();
    }

    String post(String path) {
        return send(request(path).POST(BodyPublishers.noBody())).text();
    }

    String postJson(String path, String body) {
        return send(request(path).header("Content-Type", "application/json").POST(BodyPublishers.ofString(body)))
                .text();
    }

    Reply post(String path, StudyFile study) {
        return send(
                request(path).header("Content-Type", study.mediaType()).POST(BodyPublishers.ofString(study.text())));
    }

    String delete(String path) {
        return send(request(path).DELETE()).text();
    }

    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private HttpRequest.Builder request(String path) {
        HttpRequest.Builder request = HttpRequest.newBuilder(address(path)).timeout(REPLY_LIMIT);
        token.header().ifPresent(header -> request.header("Authorization", header));
        return request;
    }

    private Reply send(HttpRequest.Builder builder) {
        HttpRequest request = builder.build();
        try {
            HttpResponse<byte[]> response = client.send(request, BodyHandlers.ofByteArray());
            var reply = new Reply(response.statusCode(), response.body());
            if (reply.status() >= 300) {
                String mediaType = response.headers().firstValue("Content-Type").orElse("");
                throw Rejections.of(reply.status(), mediaType, reply.text());
            }
            return reply;
        } catch (ConnectException e) {
            throw Failure.notReachable("Cannot connect to " + url + ".");
        } catch (IOException e) {
            throw Failure.notReachable("%s does not answer: %s".formatted(request.uri(), e));
        } catch (InterruptedException e) {
            throw new Interruption();
        }
    }
}
