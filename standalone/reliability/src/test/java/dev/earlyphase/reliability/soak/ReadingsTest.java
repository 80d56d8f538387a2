package dev.earlyphase.reliability.soak;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class ReadingsTest {
    @Test
    void a_reading_is_a_line_of_csv() {
        var reading = new Reading(12.34, new Subject(Resource.HANDLES, "gateway"), 77);

        assertThat(reading.line()).isEqualTo("12.3,gateway,handles,77");
    }

    @Test
    void a_folder_is_as_large_as_the_files_within_it(@TempDir Path folder) throws Exception {
        Files.write(folder.resolve("one"), new byte[3]);
        Files.write(Files.createDirectories(folder.resolve("deep/down")).resolve("two"), new byte[4]);

        FolderSizes sizes = FolderSizes.of(folder);

        assertThat(sizes.bytes()).isEqualTo(7);
        assertThat(sizes.files()).isEqualTo(2);
    }

    @Test
    void a_folder_that_is_not_there_is_empty(@TempDir Path folder) {
        assertThat(FolderSizes.of(folder.resolve("none")).files()).isZero();
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void an_open_file_is_a_handle(@TempDir Path folder) throws Exception {
        long self = ProcessHandle.current().pid();
        try (var files = new Opened(folder)) {
            assertThat(Processes.entries(self, "fd"))
                    .isGreaterThanOrEqualTo(files.streams().size());
        }
    }

    @Test
    void a_process_that_is_gone_has_nothing() {
        assertThat(Processes.entries(Long.MAX_VALUE, "fd")).isZero();
    }

    @Test
    void curves_are_drawn_by_resource() {
        List<Reading> readings = List.of(
                new Reading(0, new Subject(Resource.THREADS, "gateway"), 20),
                new Reading(60, new Subject(Resource.THREADS, "gateway"), 21),
                new Reading(0, new Subject(Resource.MEMORY, "worker-1"), 1e9),
                new Reading(60, new Subject(Resource.MEMORY, "worker-1"), 1e9),
                new Reading(0, new Subject(Resource.FILES, "logs/"), 3),
                new Reading(60, new Subject(Resource.FILES, "logs/"), 3));

        assertThat(Curves.svg(readings)).contains("<svg", "memory in MB", "threads", "files", "worker-1");
    }

    private record Opened(List<AutoCloseable> streams) implements AutoCloseable {
        Opened(Path folder) throws Exception {
            this(List.of(
                    Files.newOutputStream(folder.resolve("a")),
                    Files.newOutputStream(folder.resolve("b")),
                    Files.newOutputStream(folder.resolve("c"))));
        }

        @Override
        public void close() throws Exception {
            for (AutoCloseable stream : streams) {
                stream.close();
            }
        }
    }
}
