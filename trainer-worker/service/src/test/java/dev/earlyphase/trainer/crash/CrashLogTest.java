package dev.earlyphase.trainer.crash;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class CrashLogTest {
    @Test
    void of_a_crash_the_signal_and_the_frame_are_told() {
        String log = """
                #
                # A fatal error has been detected by the Java Runtime Environment:
                #
                #  SIGSEGV (0xb) at pc=0x00007f1c5a2b4c10, pid=4711, tid=4742
                #
                # JRE version: OpenJDK Runtime Environment Temurin-21+35 (21+35) (build 21+35-LTS)
                # Java VM: OpenJDK 64-Bit Server VM Temurin-21+35 (21+35-LTS, mixed mode, serial gc, linux-amd64)
                # Problematic frame:
                # C  [libtorch_cpu.so+0x21b4c10]  at::native::addmm+0x30
                #
                # Core dump will be written. Default location: /tmp/core.4711
                #

                ---------------  S U M M A R Y ------------
                """;

        assertThat(CrashLog.head(log.lines().toList()))
                .isEqualTo("SIGSEGV (0xb) at pc=0x00007f1c5a2b4c10, pid=4711, tid=4742;"
                        + " problematic frame C [libtorch_cpu.so+0x21b4c10] at::native::addmm+0x30");
    }

    @Test
    void of_a_want_of_native_memory_the_want_is_told() {
        String log = """
                #
                # There is insufficient memory for the Java Runtime Environment to continue.
                # Native memory allocation (mmap) failed to map 65536 bytes. Error detail: committing reserved memory.
                #
                """;

        assertThat(CrashLog.head(log.lines().toList()))
                .isEqualTo("There is insufficient memory for the Java Runtime Environment to continue.;"
                        + " Native memory allocation (mmap) failed to map 65536 bytes."
                        + " Error detail: committing reserved memory.");
    }

    @Test
    void a_long_head_is_cut() {
        String line = "# " + "x".repeat(600);

        assertThat(CrashLog.head(line.lines().toList())).hasSize(503).endsWith("...");
    }
}
