package dev.earlyphase.cli.stack;

import java.nio.file.Files;
import java.nio.file.Path;

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
    void a_new_home_has_none() {
        Logs.setAside(new Home(folder));

        assertThat(folder).isEmptyDirectory();
    }
}
