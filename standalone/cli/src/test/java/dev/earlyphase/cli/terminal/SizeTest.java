package dev.earlyphase.cli.terminal;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class SizeTest {
    @Test
    void rows_come_first() {
        assertThat(Size.parse("30 120\n", Size.USUAL)).isEqualTo(new Size(120, 30));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0 0\n", "stty: standard input: Inappropriate ioctl for device\n"})
    void a_terminal_that_does_not_know_is_taken_to_be_as_usual(String said) {
        assertThat(Size.parse(said, Size.USUAL)).isEqualTo(new Size(80, 24));
    }
}
