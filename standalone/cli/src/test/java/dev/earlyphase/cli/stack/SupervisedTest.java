package dev.earlyphase.cli.stack;

import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import dev.earlyphase.cli.home.ProcessIdentity;

import static org.assertj.core.api.Assertions.assertThat;

class SupervisedTest {
    @TempDir
    private Path folder;

    private final RecordedEvents events = new RecordedEvents();

    @Test
    void a_killed_process_is_started_again() {
        Supervised unit = supervise("sleep 600").start();
        ProcessIdentity first = events.nextLaunch();

        first.find().orElseThrow().destroyForcibly();

        assertThat(events.nextDeath()).isEqualTo("was ended by signal 9");
        ProcessIdentity second = events.nextLaunch();
        assertThat(second.pid()).isNotEqualTo(first.pid());
        unit.stop();
    }

    @Test
    void a_process_that_ends_by_a_crash_of_its_own_is_started_again() {
        Supervised unit = supervise("sleep 0.2; kill -SEGV $$").start();
        ProcessIdentity first = events.nextLaunch();

        assertThat(events.nextDeath()).isEqualTo("was ended by signal 11");
        assertThat(events.nextLaunch().pid()).isNotEqualTo(first.pid());
        unit.stop();
    }

    @Test
    void stopping_ends_the_process_and_starts_no_other() {
        Supervised unit = supervise("sleep 600").start();
        ProcessIdentity process = events.nextLaunch();

        unit.stop();

        assertThat(process.isAlive()).isFalse();
    }

    @Test
    void what_dies_quickly_five_times_is_given_up_with_the_end_of_its_log() {
        Supervised unit = supervise("echo no memory; exit 7").start();

        String surrender = events.surrender();

        assertThat(surrender).startsWith("ended with exit code 7. The end of ").contains("no memory");
        unit.stop();
    }

    @Test
    void it_is_ready_once_the_unit_answers() throws Exception {
        Supervised unit = supervise("sleep 600").start();

        unit.ready().get(30, TimeUnit.SECONDS);

        unit.stop();
        assertThat(unit.ready()).isCompleted();
    }

    private Supervised supervise(String script) {
        return new Supervised(
                new FakeUnit("unit", script, folder),
                events,
                new RestartPolicy(Duration.ofMillis(1), Duration.ofSeconds(30)));
    }
}
