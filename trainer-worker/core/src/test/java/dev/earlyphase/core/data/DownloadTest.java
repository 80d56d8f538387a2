package dev.earlyphase.core.data;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;

import com.sun.net.httpserver.HttpServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import dev.earlyphase.contracts.catalog.DataSetName;

import static dev.earlyphase.core.data.IdxFiles.gzip;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIOException;

class DownloadTest {
    private static final Duration LONG = Duration.ofSeconds(30);
    private static final Progress SILENT = (what, done, total) -> {};

    @TempDir
    Path folder;

    private final CountDownLatch over = new CountDownLatch(1);
    private HttpServer server;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.start();
    }

    @AfterEach
    void stop() {
        over.countDown();
        server.stop(0);
    }

    @Test
    void a_file_is_fetched_whole_and_its_progress_told() throws Exception {
        serve("/file", new byte[200_000]);
        List<Long> seen = new ArrayList<>();

        new Download(LONG, (what, done, total) -> seen.add(done * 1_000_000 + total))
                .fetch(address("/file"), folder.resolve("file"));

        assertThat(folder.resolve("file")).hasSize(200_000);
        assertThat(seen).isSorted().last().isEqualTo(200_000L * 1_000_000 + 200_000);
    }

    @Test
    void a_refusal_names_address_and_status() {
        Download download = new Download(LONG, SILENT);

        assertThatIOException()
                .isThrownBy(() -> download.fetch(address("/none"), folder.resolve("file")))
                .withMessageContaining(address("/none").toString())
                .withMessageContaining("status 404");
    }

    @Test
    void a_server_that_falls_silent_is_given_up() {
        server.createContext("/stuck", exchange -> {
            exchange.sendResponseHeaders(200, 1_000);
            exchange.getResponseBody().write(new byte[10]);
            exchange.getResponseBody().flush();
            awaitEnd();
        });
        Download download = new Download(Duration.ofMillis(500), SILENT);

        assertThatIOException()
                .isThrownBy(() -> download.fetch(address("/stuck"), folder.resolve("file")))
                .withMessageStartingWith("cannot download " + address("/stuck"));
    }

    @Test
    void a_published_set_is_accepted_by_the_checksum_of_its_unpacked_bytes() throws Exception {
        serve("/set/labels.gz", gzip("seven".getBytes()));

        source(Map.of("labels", "bb3aec0fdcdbc2974890f805c585d432")).download(new Download(LONG, SILENT), folder);

        assertThat(folder.resolve("labels.gz")).exists();
    }

    @Test
    void a_file_with_another_checksum_is_refused() throws Exception {
        serve("/set/labels.gz", gzip("eight".getBytes()));
        IdxSource source = source(Map.of("labels", "bb3aec0fdcdbc2974890f805c585d432"));

        assertThatExceptionOfType(MalformedData.class)
                .isThrownBy(() -> source.download(new Download(LONG, SILENT), folder))
                .withMessageContaining("labels.gz")
                .withMessageContaining("expected content with MD5 bb3aec0fdcdbc2974890f805c585d432");
    }

    private IdxSource source(Map<String, String> md5) {
        return new IdxSource(DataSetName.MNIST, "MNIST", Normalisation.MNIST, address("/set/"), md5);
    }

    private URI address(String path) {
        return URI.create("http://localhost:" + server.getAddress().getPort() + path);
    }

    private void serve(String path, byte[] content) {
        server.createContext(path, exchange -> {
            exchange.sendResponseHeaders(200, content.length);
            exchange.getResponseBody().write(content);
            exchange.close();
        });
    }

    private void awaitEnd() {
        try {
            over.await();
        } catch (InterruptedException e) {
            throw new UncheckedIOException(new IOException(e));
        }
    }
}
