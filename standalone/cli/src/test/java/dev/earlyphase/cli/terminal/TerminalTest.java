package dev.earlyphase.cli.terminal;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class TerminalTest {
    private final StringWriter printed = new StringWriter();

    @Test
    void in_a_terminal_a_passing_line_is_replaced_by_the_next() {
        var terminal = new Terminal(new PrintWriter(printed), true, 80);

        terminal.passing("1 of 2");
        terminal.passing("2 of 2");
        terminal.line("done");

        assertThat(printed.toString()).isEqualTo("\r\033[K1 of 2\r\033[K2 of 2\r\033[Kdone" + System.lineSeparator());
    }

    @Test
    void a_passing_line_is_cut_to_the_width_so_that_it_does_not_wrap() {
        var terminal = new Terminal(new PrintWriter(printed), true, 5);

        terminal.passing("123456789");

        assertThat(printed.toString()).isEqualTo("\r\033[K1234");
    }

    @Test
    void an_ordinary_line_takes_the_place_of_a_region() {
        var terminal = new Terminal(new PrintWriter(printed), true, 80);

        terminal.region(List.of("a bar", "another"), Size.USUAL);
        terminal.line("done");

        assertThat(printed.toString()).endsWith("\r\033[2A\033[J\033[?25hdone" + System.lineSeparator());
    }

    @Test
    void elsewhere_there_are_no_regions() {
        new Terminal(new PrintWriter(printed), false, 80).region(List.of("a bar"), Size.USUAL);

        assertThat(printed.toString()).isEmpty();
    }

    @Test
    void elsewhere_it_is_a_line_like_another() {
        var terminal = new Terminal(new PrintWriter(printed), false, 5);

        terminal.passing("123456789");

        assertThat(printed.toString()).isEqualTo("123456789" + System.lineSeparator());
    }
}
