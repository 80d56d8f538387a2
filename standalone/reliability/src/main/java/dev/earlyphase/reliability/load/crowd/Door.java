package dev.earlyphase.reliability.load.crowd;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.concurrent.Executors;

import dev.earlyphase.cli.exit.Failure;
import dev.earlyphase.cli.home.Home;

/**
 * The way in to the API, by the operator's key.
 *
 * @param client whose connections all share; one for each request under way
 */
public record Door(URI gateway, String key, HttpClient client) {
    private static final Duration CONNECT_LIMIT = Duration.ofSeconds(10);
    /** Longer than any limit of the services themselves, so that only what hangs runs into it. */
    private static final Duration REPLY_LIMIT = Duration.ofSeconds(90);

    public static Door of(URI gateway, Home home) {
        return new Door(
                gateway,
                home.key().orElseThrow(() -> Failure.ofWork("The home " + home + " has no key.")),
                HttpClient.newBuilder()
                        .version(HttpClient.Version.HTTP_1_1)
                        .connectTimeout(CONNECT_LIMIT)
                        .executor(Executors.newVirtualThreadPerTaskExecutor())
                        .build());
    }

    /** @param path below the root, such as {@code /api/v1/studies} */
    HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(gateway.resolve(path))
                .header("Authorization", "Bearer " + key)
                .timeout(REPLY_LIMIT);
    }

    /** The events of a study, which have no end of their own. */
    public HttpRequest.Builder events(String study) {
        return HttpRequest.newBuilder(gateway.resolve("/api/v1/studies/" + study + "/events"))
                .header("Authorization", "Bearer " + key)
                .header("Accept", "text/event-stream");
    }
}
