package dev.earlyphase.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class PostmasterTest {

    @TempDir
    Path data;

    private PostgresPrograms none;

    @BeforeEach
    void have_no_programs() {
        none = new PostgresPrograms(data, List.of(), data.resolve("log"));
    }

    @Test
    void a_new_data_folder_has_no_server() throws IOException {
        assertThat(Postmaster.of(data)).isEmpty();
    }

    @Test
    void a_number_that_now_belongs_to_another_program_is_no_server() throws IOException {
        Path pidFile = nameProcess(ProcessHandle.current().pid());

        Postmaster.stopOrphan(data, none);

        assertThat(Postmaster.of(data)).isEmpty();
        assertThat(pidFile).doesNotExist();
        assertThat(ProcessHandle.current().isAlive()).isTrue();
    }

    @Test
    void the_trace_of_a_dead_server_is_left_to_postgres() throws Exception {
        Process dead = new ProcessBuilder("true").start();
        dead.waitFor();
        Path pidFile = nameProcess(dead.pid());

        Postmaster.stopOrphan(data, none);

        assertThat(pidFile).exists();
    }

    private Path nameProcess(long pid) throws IOException {
        return Files.writeString(data.resolve("postmaster.pid"), pid + "\n" + data + "\n");
    }
}
