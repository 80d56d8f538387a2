package dev.earlyphase.reliability.chaos;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import picocli.CommandLine;

import static org.assertj.core.api.Assertions.assertThat;

/** The real stack under twenty faults, one of each kind that this machine can do. */
class ChaosIT {
    @Test
    void twenty_faults_leave_no_trace_in_the_results() {
        System.setProperty(
                "earlyphase.root", Path.of("../..").toAbsolutePath().normalize().toString());
        var output = new StringWriter();

        int code = new CommandLine(new ChaosCommand())
                .setOut(new PrintWriter(output))
                .setExecutionExceptionHandler((failure, command, parsed) -> {
                    failure.printStackTrace(new PrintWriter(output));
                    return 1;
                })
                .execute("--faults", "20", "--trials", "20", "--pause", "2.5");

        assertThat(code).as(output.toString()).isZero();
        assertThat(output.toString()).contains("Seed 1: all holds");
    }
}
