package dev.earlyphase.cli.demo;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import dev.earlyphase.cli.home.Home;
import dev.earlyphase.cli.testing.FakeGateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class MnistTest {
    private static final Mnist WITHOUT_NETWORK = new Mnist(URI.create("http://127.0.0.1:1/file"));

    @TempDir
    private Path folder;

    @Test
    void a_given_folder_that_holds_it_is_used() throws Exception {
        filesIn(folder.resolve("data/mnist"));

        assertThat(WITHOUT_NETWORK.find(home(), Optional.of(folder.resolve("data"))))
                .contains("MNIST from " + folder.resolve("data/mnist"));
    }

    @Test
    void a_given_folder_that_lacks_a_file_is_an_error_that_names_it() throws Exception {
        filesIn(folder.resolve("data/mnist"));
        Files.delete(folder.resolve("data/mnist/t10k-labels-idx1-ubyte.gz"));

        assertThatThrownBy(() -> WITHOUT_NETWORK.find(home(), Optional.of(folder.resolve("data"))))
                .hasMessageContaining("lacks t10k-labels-idx1-ubyte (plain or .gz)");
    }

    @Test
    void what_a_worker_downloaded_before_is_used_again() throws Exception {
        filesIn(home().cache().resolve("mnist"));

        assertThat(WITHOUT_NETWORK.find(home(), Optional.empty())).isPresent();
    }

    @Test
    void where_the_official_address_answers_it_can_be_downloaded() {
        try (FakeGateway official = new FakeGateway().on("HEAD /file", 200, "")) {
            var mnist = new Mnist(official.url().resolve("/file"));

            assertThat(mnist.find(home(), Optional.empty())).contains("MNIST, to be downloaded from 127.0.0.1");
        }
    }

    @Test
    void without_files_and_network_there_is_none() {
        assertThat(WITHOUT_NETWORK.find(home(), Optional.empty())).isEmpty();
    }

    private Home home() {
        return new Home(folder.resolve("home"));
    }

    private static void filesIn(Path mnist) throws Exception {
        Files.createDirectories(mnist);
        for (String file : List.of(
                "train-images-idx3-ubyte.gz",
                "train-labels-idx1-ubyte",
                "t10k-images-idx3-ubyte.gz",
                "t10k-labels-idx1-ubyte.gz")) {
            Files.createFile(mnist.resolve(file));
        }
    }
}
