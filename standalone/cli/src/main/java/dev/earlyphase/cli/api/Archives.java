package dev.earlyphase.cli.api;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.function.LongConsumer;

import dev.earlyphase.cli.exit.Failure;
import dev.earlyphase.cli.exit.Interruption;
import dev.earlyphase.contracts.archive.CheckpointChoice;
import dev.earlyphase.contracts.archive.Imported;

/** Calls that send or bring whole studies, however large; each tells how many bytes have passed. */
public record Archives(Gateway gateway) {
    /** All of an archive is checked, stored and loaded before the gateway answers. */
    private static final Duration LONGEST_IMPORT = Duration.ofHours(6);

    private static final Duration LONGEST_SILENCE = Duration.ofMinutes(2);

    /**
     * Writes the archive of a study to a file.
     *
     * @param study its whole id
     * @throws Failure where the gateway refuses or breaks off; the file is not whole then
     */
    public void download(String study, CheckpointChoice checkpoints, Path file, LongConsumer passed) {
        String path = "studies/" + Gateway.encoded(study) + "/archive?checkpoints=" + checkpoints.id();
        HttpRequest request = request(path).timeout(LONGEST_SILENCE).GET().build();
        HttpResponse<InputStream> response = send(request);
        try (InputStream body = new CountedStream(response.body(), passed)) {
            demandSuccess(response, body);
            Files.copy(body, file);
        } catch (IOException e) {
            throw Failure.notReachable("The download of study " + study + " broke off: " + e);
        }
    }

    /** @throws Failure where the gateway refuses; nothing was taken in then */
    public Imported upload(Path file, LongConsumer passed) {
        HttpRequest request = request("archives")
                .timeout(LONGEST_IMPORT)
                .header("Content-Type", "application/zip")
                .POST(BodyPublishers.fromPublisher(BodyPublishers.ofInputStream(() -> open(file, passed)), size(file)))
                .build();
        HttpResponse<InputStream> response = send(request);
        try (InputStream body = response.body()) {
            demandSuccess(response, body);
            return Json.read(text(body), Imported.class);
        } catch (IOException e) {
            throw Failure.notReachable("%s does not answer: %s".formatted(request.uri(), e));
        }
    }

    private HttpRequest.Builder request(String path) {
        // Of the first version, whose bodies need no upgrade of the protocol in the midst of them.
        HttpRequest.Builder request =
                HttpRequest.newBuilder(gateway.address(path)).version(HttpClient.Version.HTTP_1_1);
        gateway.token().header().ifPresent(header -> request.header("Authorization", header));
        return request;
    }

    private HttpResponse<InputStream> send(HttpRequest request) {
        try {
            return gateway.client().send(request, BodyHandlers.ofInputStream());
        } catch (ConnectException e) {
            throw Failure.notReachable("Cannot connect to " + gateway.url() + ".");
        } catch (IOException e) {
            throw Failure.notReachable("%s does not answer: %s".formatted(request.uri(), e));
        } catch (InterruptedException e) {
            throw new Interruption();
        }
    }

    private static void demandSuccess(HttpResponse<InputStream> response, InputStream body) throws IOException {
        if (response.statusCode() >= 300) {
            String mediaType = response.headers().firstValue("Content-Type").orElse("");
            throw Rejections.of(response.statusCode(), mediaType, text(body));
        }
    }

    private static String text(InputStream body) throws IOException {
        return new String(body.readAllBytes(), StandardCharsets.UTF_8);
    }

    private static InputStream open(Path file, LongConsumer passed) {
        try {
            return new CountedStream(Files.newInputStream(file), passed);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
    }

    private static long size(Path file) {
        try {
            return Files.size(file);
        } catch (IOException e) {
            throw Failure.ofUsage("FILE: cannot read " + file + ": " + e.getMessage());
        }
    }
}
