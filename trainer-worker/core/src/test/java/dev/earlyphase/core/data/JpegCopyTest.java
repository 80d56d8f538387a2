package dev.earlyphase.core.data;

import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

class JpegCopyTest {
    @TempDir
    Path copy;

    @TempDir
    Path out;

    @Test
    void the_copys_own_program_writes_the_binary_files() throws Exception {
        program("Files.writeString(Path.of(args[0], \"test_batch.bin\"), \"pixels\");");

        JpegCopy.convert(copy, out);

        assertThat(out.resolve("test_batch.bin")).hasContent("pixels");
    }

    @Test
    void a_program_that_fails_is_quoted() throws Exception {
        program("throw new IllegalStateException(\"no such archive\");");

        assertThatIOException()
                .isThrownBy(() -> JpegCopy.convert(copy, out))
                .withMessageContaining("ended with status 1")
                .withMessageContaining("no such archive");
    }

    @Test
    void a_copy_is_known_by_its_archive_and_its_program() throws Exception {
        program("");
        Path withoutArchive = out;
        Files.createFile(copy.resolve("cifar10-jpg.tar.gz"));

        assertThat(JpegCopy.isIn(copy)).isTrue();
        assertThat(JpegCopy.isIn(withoutArchive)).isFalse();
    }

    private void program(String statement) throws Exception {
        Files.writeString(copy.resolve("BuildCifar10.java"), """
                import java.nio.file.*;
                public class BuildCifar10 {
                    public static void main(String[] args) throws Exception { %s }
                }
                """.formatted(statement));
    }
}
