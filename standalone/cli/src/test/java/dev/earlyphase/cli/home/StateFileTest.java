package dev.earlyphase.cli.home;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import dev.earlyphase.cli.home.StackState.Child;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class StateFileTest {
    private static final StackState STATE = new StackState(
            new ProcessIdentity(17, Instant.parse("2026-11-22T10:00:00.120Z")),
            true,
            URI.create("http://127.0.0.1:8080"),
            Optional.of(Path.of("/data sets")),
            List.of(
                    new Child("embedded", new ProcessIdentity(18, Instant.EPOCH), Optional.empty(), Optional.empty()),
                    new Child(
                            "worker-1",
                            new ProcessIdentity(19, Instant.EPOCH),
                            Optional.of(URI.create("http://127.0.0.1:8083")),
                            Optional.of(URI.create("http://127.0.0.1:9083/q/metrics")))));

    @TempDir
    private Path folder;

    @Test
    void what_was_written_is_read_back() {
        var file = new StateFile(folder.resolve("state"));

        file.write(STATE);

        assertThat(file.read()).contains(STATE);
    }

    @Test
    void only_its_owner_may_read_it() throws Exception {
        var file = new StateFile(folder.resolve("state"));

        file.write(STATE);

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file.path())))
                .isEqualTo("rw-------");
    }

    @Test
    void after_an_orderly_end_there_is_nothing_to_read() {
        var file = new StateFile(folder.resolve("state"));
        file.write(STATE);

        file.delete();

        assertThat(file.read()).isEmpty();
    }

    @Test
    void a_missing_key_is_named() throws Exception {
        Path path = Files.writeString(folder.resolve("state"), "supervisor.pid=1\n");

        assertThatThrownBy(() -> new StateFile(path).read()).hasMessageContaining("supervisor.started");
    }
}
