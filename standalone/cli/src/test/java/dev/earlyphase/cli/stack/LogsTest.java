package dev.earlyphase.cli.stack;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import dev.earlyphase.cli.home.Home;

import static org.assertj.core.api.Assertions.assertThat;

class LogsTest {
    @TempDir
    private Path folder;

    @Test
    void the_logs_of_the_run_before_are_kept_beside_those_of_this_one() throws Exception {
        var home = new Home(folder);
        Files.createDirectories(home.log("gateway").getParent());
        Files.writeString(home.log("gateway"), "before");
        Files.writeString(home.log("supervisor"), "now");

        Logs.setAside(home);

        assertThat(home.log("gateway")).doesNotExist();
        assertThat(Path.of(home.log("gateway") + ".1")).hasContent("before");
        assertThat(home.log("supervisor")).hasContent("now");
    }

    @Test
    void a_log_that_became_too_long_begins_anew_and_what_it_held_stays_beside_it() throws Exception {
        var home = new Home(folder);
        Files.createDirectories(home.log("gateway").getParent());
        Files.writeString(home.log("orchestrator"), "short");
        try (var writer =
                Files.newOutputStream(home.log("gateway"), StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
            writer.write("much longer".getBytes());

            Logs.shorten(home, 5);

            writer.write("and then".getBytes());
        }
        assertThat(home.log("gateway")).hasContent("and then");
        assertThat(Path.of(home.log("gateway") + ".1")).hasContent("much longer");
        assertThat(home.log("orchestrator")).hasContent("short");
    }

    @Test
    void a_new_home_has_none() {
        Logs.setAside(new Home(folder));

        assertThat(folder).isEmptyDirectory();
    }
}
