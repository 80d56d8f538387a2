package dev.earlyphase.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class EmbeddedLibraryTest {

    @TempDir
    Path repository;

    @Test
    void the_built_servers_are_found_from_any_module() throws IOException {
        Path built = Files.createDirectories(repository.resolve("standalone/embedded/target"));
        Files.createDirectory(built.resolve("lib"));
        Files.createFile(built.resolve("embedded.jar"));
        Path module = Files.createDirectories(repository.resolve("trainer-worker/service"));

        assertThat(EmbeddedLibrary.findFrom(module)).contains(new EmbeddedLibrary(built));
    }

    @Test
    void servers_that_were_not_built_are_not_found() throws IOException {
        Path built = Files.createDirectories(repository.resolve("standalone/embedded/target"));

        assertThat(EmbeddedLibrary.findFrom(repository)).isEmpty();
        assertThatThrownBy(() -> new EmbeddedLibrary(built)).hasMessageContaining("no embedded.jar");
    }
}
