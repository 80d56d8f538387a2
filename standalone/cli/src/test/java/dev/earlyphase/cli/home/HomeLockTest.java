package dev.earlyphase.cli.home;

import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class HomeLockTest {
    @TempDir
    private Path folder;

    @Test
    void a_home_has_one_supervisor_at_a_time() {
        var home = new Home(folder);

        try (HomeLock first = HomeLock.take(home).orElseThrow()) {
            assertThat(first).isNotNull();
            assertThat(HomeLock.take(home)).isEmpty();
        }
    }

    @Test
    void a_lock_that_was_given_back_can_be_taken_again() {
        var home = new Home(folder);
        HomeLock.take(home).orElseThrow().close();

        try (HomeLock second = HomeLock.take(home).orElseThrow()) {
            assertThat(second).isNotNull();
        }
    }
}
