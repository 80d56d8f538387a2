package dev.earlyphase.reliability.soak;

import java.io.PrintWriter;
import java.io.StringWriter;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import dev.earlyphase.cli.Programs;

import static org.assertj.core.api.Assertions.assertThat;

class SoakCommandTest {
    @ParameterizedTest
    @CsvSource({"--minutes, 0, 10000", "--minutes, 10001, 10000", "--every, 0, 600"})
    void a_length_out_of_range_is_refused_with_what_is_allowed(String option, String value, String most) {
        var told = new StringWriter();

        int code = Programs.commandLine(new SoakCommand())
                .setErr(new PrintWriter(told))
                .execute(option, value);

        assertThat(code).isEqualTo(2);
        assertThat(told.toString()).contains(option + ": got " + value, "allowed: a whole number from 1 to " + most);
    }
}
