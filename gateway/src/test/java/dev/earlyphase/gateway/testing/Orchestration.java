package dev.earlyphase.gateway.testing;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import jakarta.enterprise.context.ApplicationScoped;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.eclipse.microprofile.config.inject.ConfigProperty;

import dev.earlyphase.contracts.error.ErrorKind;
import dev.earlyphase.contracts.error.FieldError;
import dev.earlyphase.contracts.error.Problem;

/** How tests tell the fake orchestrator what to answer. */
@ApplicationScoped
public class Orchestration {
    private final HttpClient client = HttpClient.newHttpClient();
    private final String url;
    private final ObjectMapper json;

    Orchestration(@ConfigProperty(name = "earlyphase.orchestrator.url") String url, ObjectMapper json) {
        this.url = url;
        this.json = json;
    }

    /** @param path after {@code /internal}, with its query */
    public void answers(String path, Object answer) {
        answers(path, 200, answer);
    }

    public void answers(String path, int status, Object answer) {
        try {
            send("PUT", path, status, json.writeValueAsString(answer));
        } catch (JsonProcessingException impossible) {
            throw new IllegalArgumentException(impossible);
        }
    }

    public void refuses(String path, ErrorKind kind, String detail, FieldError... errors) {
        answers(path, kind.status(), Problem.of(kind, detail, List.of(errors)));
    }

    /** As when the process ends in the midst of a request. */
    public void hangsUp(String path) {
        send("PUT", path, 0, "");
    }

    /** The body that was last sent there. */
    public String received(String path) {
        return send("RECEIVED", path, 200, "");
    }

    /** A header of the request that was last sent there. */
    public String receivedHeader(String path, String header) {
        return send(request("RECEIVED", path, 200, "").header("Answer-Header", header));
    }

    private String send(String method, String path, int status, String body) {
        return send(request(method, path, status, body));
    }

    private HttpRequest.Builder request(String method, String path, int status, String body) {
        return HttpRequest.newBuilder(URI.create(url + "/internal" + path))
                .header("Answer-Status", Integer.toString(status))
                .method(method, BodyPublishers.ofString(body));
    }

    private String send(HttpRequest.Builder request) {
        try {
            return client.send(request.build(), BodyHandlers.ofString()).body();
        } catch (IOException failure) {
            throw new IllegalStateException("the fake orchestrator does not answer", failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }
}
