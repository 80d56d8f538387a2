package dev.earlyphase.launcher;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import dev.earlyphase.embedded.EmbeddedServers;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** With servers that never answer; that they do answer is tested where they are built. */
class EmbeddedProcessTest {

    @TempDir
    Path folder;

    private EmbeddedLibrary library;

    @BeforeEach
    void build_servers_that_never_answer() throws IOException {
        Files.createDirectory(folder.resolve("lib"));
        String name = EmbeddedServers.class.getName().replace('.', '/') + ".class";
        try (JarOutputStream jar = new JarOutputStream(Files.newOutputStream(folder.resolve("embedded.jar")));
                InputStream content = EmbeddedServers.class.getClassLoader().getResourceAsStream(name)) {
            jar.putNextEntry(new JarEntry(name));
            content.transferTo(jar);
        }
        library = new EmbeddedLibrary(folder);
    }

    @Test
    void servers_that_end_early_fail_the_start_with_their_log() {
        assertThatThrownBy(() -> start("broken", EmbeddedProcess.START_LIMIT))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("Kafka, Postgres and S3 ended with exit code 3")
                .hasMessageContaining("embedded.log")
                .hasMessageContaining("Hello from " + folder.resolve("broken"));
    }

    @Test
    void servers_that_do_not_answer_in_time_fail_the_start() {
        assertThatThrownBy(() -> start("slow", Duration.ofSeconds(1)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("did not answer within 1 s");
    }

    @Test
    void addresses_that_another_process_left_behind_are_not_believed() {
        Path home = Folders.createPrivate(folder.resolve("stale"));
        new AddressFile(home)
                .write(new EmbeddedAddresses(
                        "kafka", "url", "user", "password", "s3", "a", "s", "b", new AccessKeys("o", "w", "g"), 1));

        assertThatThrownBy(() -> start("stale", Duration.ofSeconds(1))).hasMessageContaining("did not answer");
    }

    private void start(String home, Duration limit) {
        EmbeddedProcess.start(folder.resolve(home), library, EmbeddedPorts.ANY, limit)
                .close();
    }
}
