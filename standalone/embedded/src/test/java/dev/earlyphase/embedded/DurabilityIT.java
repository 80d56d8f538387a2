package dev.earlyphase.embedded;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;

import dev.earlyphase.launcher.EmbeddedProcess;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.parallel.ExecutionMode.CONCURRENT;

/** Side by side: for the most part each test waits for a Kafka whose former self seems to be there still. */
@Timeout(300)
class DurabilityIT {

    @TempDir
    Path folder;

    private HomeFolder home;

    @BeforeEach
    void have_a_home() {
        home = new HomeFolder(folder.resolve("home"));
    }

    @Test
    @Execution(CONCURRENT)
    void data_survive_a_restart_on_other_ports() throws Exception {
        try (EmbeddedProcess servers = home.start()) {
            HomeFolder.remember(servers.addresses(), "this");
        }

        try (EmbeddedProcess servers = home.start()) {
            assertThat(HomeFolder.recall(servers.addresses())).containsOnly("this");
        }
    }

    @Test
    @Execution(CONCURRENT)
    void data_survive_a_kill_of_the_jvm_which_postgres_does_not_outlive() throws Exception {
        EmbeddedProcess killed = home.start();
        HomeFolder.remember(killed.addresses(), "this");
        ProcessHandle postmaster = postmaster();

        killed.kill();

        assertThat(postmaster.onExit()).succeedsWithin(Duration.ofSeconds(60));
        try (EmbeddedProcess servers = home.start()) {
            assertThat(HomeFolder.recall(servers.addresses())).containsOnly("this");
        }
    }

    @Test
    @Execution(CONCURRENT)
    void an_orphan_of_postgres_is_stopped_by_the_next_start() throws Exception {
        EmbeddedProcess killed = home.start();
        HomeFolder.remember(killed.addresses(), "this");
        ProcessHandle orphan = postmaster();
        killGuards(killed);
        killed.kill();
        assertThat(orphan.isAlive()).isTrue();

        try (EmbeddedProcess servers = home.start()) {
            assertThat(orphan.onExit()).succeedsWithin(Duration.ofSeconds(60));
            assertThat(HomeFolder.recall(servers.addresses())).containsOnly("this");
        }
    }

    @Test
    @Execution(CONCURRENT)
    void a_partial_upload_is_gone_after_the_next_start() throws Exception {
        Path bucket = Files.createDirectories(home.path().resolve("s3/earlyphase"));
        Files.createFile(bucket.resolve("object"));
        Files.createFile(bucket.resolve("object-0f8fad5b-d9cb-469f-a165-70867728950e"));

        try (EmbeddedProcess servers = home.start()) {
            assertThat(new Buckets(servers.addresses()).list("")).containsExactly("object");
        }
    }

    private ProcessHandle postmaster() throws Exception {
        return Postmaster.of(home.path().resolve("postgres")).orElseThrow();
    }

    /** Kills what would stop Postgres in place of the JVM. */
    private static void killGuards(EmbeddedProcess servers) {
        ProcessHandle.of(servers.process().pid()).orElseThrow().descendants().forEach(ProcessHandle::destroyForcibly);
    }
}
