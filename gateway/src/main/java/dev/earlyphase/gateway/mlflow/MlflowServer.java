package dev.earlyphase.gateway.mlflow;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/** The server's REST API, version 2.0. Every call ends within a time limit. */
final class MlflowServer {
    private static final Duration CONNECT = Duration.ofSeconds(5);
    private static final Duration ANSWER = Duration.ofSeconds(30);
    private static final String API = "/api/2.0/";
    private static final int LONGEST_REASON = 300;

    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(CONNECT).build();
    private final URI url;
    private final Optional<String> authorization;
    private final ObjectMapper json;

    MlflowServer(URI url, Optional<String> authorization, ObjectMapper json) {
        this.url = url;
        this.authorization = authorization;
        this.json = json;
    }

    /** As the configuration names it. */
    static MlflowServer of(URI url, MlflowConfig config, ObjectMapper json) {
        Optional<String> basic = config.user()
                .map(user -> user + ":" + config.password().orElse(""))
                .map(pair -> Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8)));
        return new MlflowServer(
                url, config.token().map(token -> "Bearer " + token).or(() -> basic.map(pair -> "Basic " + pair)), json);
    }

    /** @throws MlflowFailure when it does not answer, or refuses */
    JsonNode post(String endpoint, Map<String, ?> body) {
        try {
            return send(request("mlflow/" + endpoint)
                    .header("Content-Type", "application/json")
                    .POST(BodyPublishers.ofByteArray(json.writeValueAsBytes(body))));
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** @param path of the artifact below the server's store */
    void put(String path, String mediaType, byte[] content) {
        send(request("mlflow-artifacts/artifacts/" + path)
                .header("Content-Type", mediaType)
                .PUT(BodyPublishers.ofByteArray(content)));
    }

    private HttpRequest.Builder request(String path) {
        String base = url.toString().replaceAll("/+$", "");
        var request = HttpRequest.newBuilder(URI.create(base + API + path)).timeout(ANSWER);
        authorization.ifPresent(shown -> request.header("Authorization", shown));
        return request;
    }

    private JsonNode send(HttpRequest.Builder request) {
        try {
            HttpResponse<String> answer = client.send(request.build(), BodyHandlers.ofString());
            if (answer.statusCode() >= 400) {
                throw new MlflowFailure(answer.statusCode(), reason(answer.body()));
            }
            return json.readTree(answer.body());
        } catch (IOException away) {
            throw new MlflowFailure(away);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new MlflowFailure(stop);
        }
    }

    private static String reason(String body) {
        return body.substring(0, Math.min(body.length(), LONGEST_REASON));
    }
}
