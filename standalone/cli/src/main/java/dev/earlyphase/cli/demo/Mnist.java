package dev.earlyphase.cli.demo;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

import dev.earlyphase.cli.exit.Failure;
import dev.earlyphase.cli.exit.Interruption;
import dev.earlyphase.cli.home.Home;
import dev.earlyphase.contracts.catalog.DataSetName;

/**
 * Where a worker would have MNIST from.
 *
 * @param official one of its files at the address from which workers download it
 */
record Mnist(URI official) {
    static final Mnist PUBLISHED =
            new Mnist(URI.create("https://storage.googleapis.com/cvdf-datasets/mnist/t10k-labels-idx1-ubyte.gz"));

    private static final List<String> FILES = List.of(
            "train-images-idx3-ubyte", "train-labels-idx1-ubyte", "t10k-images-idx3-ubyte", "t10k-labels-idx1-ubyte");
    private static final Duration LIMIT = Duration.ofSeconds(3);

    /** What to tell the user about the source; empty when there is none. */
    Optional<String> find(Home home, Optional<Path> given) {
        if (given.isPresent()) {
            return Optional.of("MNIST from " + demand(given.get()));
        }
        Path own = home.data().resolve(DataSetName.MNIST.id());
        Path cached = home.cache().resolve(DataSetName.MNIST.id());
        if (missing(own).isEmpty()) {
            return Optional.of("MNIST from " + own);
        }
        if (missing(cached).isEmpty()) {
            return Optional.of("MNIST from " + cached);
        }
        return isReachable() ? Optional.of("MNIST, to be downloaded from " + official.getHost()) : Optional.empty();
    }

    /** @throws Failure naming the files that were looked for and are not there */
    private static Path demand(Path data) {
        Path folder = data.resolve(DataSetName.MNIST.id());
        List<String> missing = missing(folder);
        if (!missing.isEmpty()) {
            throw Failure.ofUsage("--data: got %s; allowed: a folder with MNIST, but %s lacks %s (plain or .gz)"
                    .formatted(data, folder, String.join(", ", missing)));
        }
        return folder;
    }

    private static List<String> missing(Path folder) {
        return FILES.stream()
                .filter(file -> !Files.isRegularFile(folder.resolve(file + ".gz"))
                        && !Files.isRegularFile(folder.resolve(file)))
                .toList();
    }

    private boolean isReachable() {
        try (HttpClient client = HttpClient.newBuilder().connectTimeout(LIMIT).build()) {
            HttpRequest request =
                    HttpRequest.newBuilder(official).HEAD().timeout(LIMIT).build();
            return client.send(request, BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            throw new Interruption();
        }
    }
}
