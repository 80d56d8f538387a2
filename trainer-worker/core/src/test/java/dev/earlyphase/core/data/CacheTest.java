package dev.earlyphase.core.data;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

class CacheTest {
    @TempDir
    Path root;

    @Test
    void two_who_want_a_folder_at_once_make_it_once() throws Exception {
        AtomicInteger made = new AtomicInteger();
        Callable<Path> want = () -> new Cache(root).folder("set", folder -> {
            Thread.sleep(50);
            Files.writeString(folder.resolve("file"), "made " + made.incrementAndGet());
        });

        List<Future<Path>> folders;
        try (var threads = Executors.newFixedThreadPool(2)) {
            folders = threads.invokeAll(List.of(want, want));
        }

        assertThat(made).hasValue(1);
        assertThat(folders.get(0).get()).isEqualTo(folders.get(1).get());
        assertThat(folders.get(0).get().resolve("file")).hasContent("made 1");
    }

    @Test
    void a_relative_root_is_made_absolute_for_programs_that_run_elsewhere() throws Exception {
        Path relative = Path.of("").toAbsolutePath().relativize(root);

        Path made =
                new Cache(relative).folder("set", folder -> assertThat(folder).isAbsolute());

        assertThat(made).isAbsolute().isDirectory();
    }

    @Test
    void a_folder_that_could_not_be_made_does_not_appear() {
        Cache cache = new Cache(root);

        assertThatIOException()
                .isThrownBy(() -> cache.folder("set", folder -> {
                    Files.writeString(folder.resolve("half"), "");
                    throw new IOException("line cut");
                }));

        assertThat(root.resolve("set")).doesNotExist();
    }

    @Test
    void what_a_killed_process_left_is_swept_away() throws Exception {
        Path left = Files.createDirectories(root.resolve("set.part").resolve("deep"));
        Files.writeString(left.resolve("half"), "");

        Path folder = new Cache(root).folder("set", made -> Files.writeString(made.resolve("file"), ""));

        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files).containsExactly(folder.resolve("file"));
        }
        assertThat(root.resolve("set.part")).doesNotExist();
    }
}
