package dev.earlyphase.core.data;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** Fetches published files over HTTP within a limit of time. */
final class Download {
    private static final Duration CONNECT = Duration.ofSeconds(20);

    private final Duration limit;
    private final Progress progress;

    /** @param limit for one file, from the request to its last byte */
    Download(Duration limit, Progress progress) {
        this.limit = limit;
        this.progress = progress;
    }

    /** @throws IOException if the file cannot be had in time, naming the address */
    void fetch(URI address, Path into) throws IOException, InterruptedException {
        try (HttpClient client = HttpClient.newBuilder()
                .connectTimeout(CONNECT)
                .followRedirects(HttpClient.Redirect.NORMAL)
                .build()) {
            var timer = CompletableFuture.runAsync(
                    client::shutdownNow, CompletableFuture.delayedExecutor(limit.toMillis(), TimeUnit.MILLISECONDS));
            try {
                fetch(client, address, into);
            } finally {
                timer.cancel(false);
                client.shutdownNow();
            }
        } catch (IOException e) {
            throw new IOException(
                    "cannot download %s within %d s: %s".formatted(address, limit.toSeconds(), e.getMessage()), e);
        }
    }

    private void fetch(HttpClient client, URI address, Path into) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(address).timeout(limit).build();
        HttpResponse<InputStream> response = client.send(request, HttpResponse.BodyHandlers.ofInputStream());
        long total = response.headers().firstValueAsLong("Content-Length").orElse(-1);
        try (InputStream body = response.body();
                OutputStream out = Files.newOutputStream(into)) {
            if (response.statusCode() != 200) {
                throw new IOException("status " + response.statusCode());
            }
            byte[] buffer = new byte[1 << 16];
            long done = 0;
            for (int count = body.read(buffer); count >= 0; count = body.read(buffer)) {
                out.write(buffer, 0, count);
                done += count;
                progress.at(address.toString(), done, total);
            }
        }
    }
}
