package dev.earlyphase.launcher;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

@Timeout(60)
class ManagedProcessTest {

    private static final Duration LONG = Duration.ofSeconds(30);

    @TempDir
    Path folder;

    @Test
    void its_output_goes_to_the_log() {
        ManagedProcess process = shell("echo out; echo err >&2; exit 7");

        assertThat(process.onExit().join()).isEqualTo(7);
        assertThat(process.logTail()).isEqualTo("out\nerr\n");
    }

    @Test
    void it_sees_the_environment_it_was_given() {
        ManagedProcess process = shell("echo $GREETING");

        process.onExit().join();

        assertThat(process.logTail()).isEqualTo("hello\n");
    }

    @Test
    void it_ends_by_itself_when_asked() {
        ManagedProcess process = shell("trap 'exit 0' TERM; echo up; while :; do sleep 0.05; done");
        awaitLog(process, "up");

        assertThat(process.stop(LONG)).isTrue();
        assertThat(process.isAlive()).isFalse();
    }

    @Test
    void one_that_does_not_listen_is_killed() {
        ManagedProcess process = shell("trap '' TERM; echo up; while :; do sleep 0.05; done");
        awaitLog(process, "up");

        assertThat(process.stop(Duration.ofMillis(200))).isFalse();
        assertThat(process.isAlive()).isFalse();
    }

    @Test
    void an_interrupt_from_the_terminal_does_not_reach_a_jvm() throws Exception {
        Path program = JavaProgram.write(folder, "System.out.println(\"up\"); Thread.sleep(60_000);");
        ManagedProcess process = ManagedProcess.start(command(ProcessCommand.java(), program.toString()));
        awaitLog(process, "up");

        interrupt(process);

        assertThat(process.onExit()).isNotDone();
        assertThat(process.stop(LONG)).isTrue();
    }

    @Test
    void its_memory_is_measured_while_it_lives() {
        ManagedProcess process = shell("echo up; exec sleep 60");
        awaitLog(process, "up");

        assertThat(process.residentBytes()).isPositive();
        process.kill();
        assertThat(process.residentBytes()).isZero();
    }

    @Test
    void a_command_needs_a_program() {
        assertThatThrownBy(this::command).hasMessageContaining("first must be a program");
    }

    private ManagedProcess shell(String script) {
        return ManagedProcess.start(command("/bin/sh", "-c", script));
    }

    private ProcessCommand command(String... arguments) {
        return new ProcessCommand(
                "child", List.of(arguments), Map.of("GREETING", "hello"), folder.resolve("logs/child.log"));
    }

    private static void interrupt(ManagedProcess process) throws IOException, InterruptedException {
        new ProcessBuilder("/bin/sh", "-c", "kill -INT " + process.pid())
                .start()
                .waitFor();
        // Time to die of it, if it were to.
        Thread.sleep(500);
    }

    private static void awaitLog(ManagedProcess process, String text) {
        while (!process.logTail().contains(text)) {
            assertThat(process.isAlive()).as(process::logTail).isTrue();
            Thread.onSpinWait();
        }
    }
}
