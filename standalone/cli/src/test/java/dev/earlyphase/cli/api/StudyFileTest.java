package dev.earlyphase.cli.api;

import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class StudyFileTest {
    @TempDir
    private Path folder;

    @Test
    void a_file_named_json_is_json() throws Exception {
        assertThat(read("study.json", "{}").mediaType()).isEqualTo("application/json");
    }

    @Test
    void so_is_one_that_begins_with_a_brace_whatever_its_name() throws Exception {
        assertThat(read("study", "\n {}").mediaType()).isEqualTo("application/json");
    }

    @Test
    void everything_else_is_yaml() throws Exception {
        assertThat(read("study.txt", "recipe: x").mediaType()).isEqualTo("application/yaml");
    }

    @Test
    void a_file_that_is_not_text_is_refused() throws Exception {
        Path file = Files.write(folder.resolve("study.yaml"), new byte[] {(byte) 0xff, (byte) 0xfe});

        assertThatThrownBy(() -> StudyFile.read(file)).hasMessageContaining("is not UTF-8 text");
    }

    private StudyFile read(String name, String text) throws Exception {
        return StudyFile.read(Files.writeString(folder.resolve(name), text));
    }
}
