package dev.earlyphase.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class LogTailTest {

    @TempDir
    Path folder;

    @Test
    void a_short_log_is_given_whole() throws IOException {
        Path log = Files.writeString(folder.resolve("log"), "one\ntwo\n");

        assertThat(LogTail.of(log)).isEqualTo("one\ntwo\n");
    }

    @Test
    void of_a_long_log_the_last_whole_lines_are_given() throws IOException {
        Path log = Files.writeString(
                folder.resolve("log"), "first\n" + "x".repeat(99).concat("\n").repeat(100) + "last\n");

        assertThat(LogTail.of(log))
                .startsWith("x".repeat(99) + "\n")
                .endsWith("last\n")
                .hasSizeLessThan(4_001);
    }

    @Test
    void a_missing_log_is_said_to_be_missing() {
        assertThat(LogTail.of(folder.resolve("none"))).contains("no log").contains("none");
    }
}
