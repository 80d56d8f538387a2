package dev.earlyphase.cli.terminal;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class TextTableTest {
    @Test
    void columns_are_as_wide_as_their_widest_cell_and_all_but_the_first_stand_to_the_right() {
        var table = new TextTable("level", "accuracy").row("0", "97.62").row("10", "9.1");

        assertThat(table.lines()).containsExactly("level  accuracy", "0         97.62", "10          9.1");
    }

    @Test
    void columns_of_text_stand_to_the_left() {
        var table = new TextTable("id", "name", "trials").left(1).row("a", "tickets", "5");

        assertThat(table.lines()).containsExactly("id  name     trials", "a   tickets       5");
    }

    @Test
    void a_row_with_a_cell_too_few_is_refused() {
        var table = new TextTable("level", "accuracy");

        assertThatThrownBy(() -> table.row("0")).hasMessage("1 cells in a table of 2 columns");
    }

    @Test
    void what_does_not_fit_the_width_stands_below_with_the_first_column_again() {
        var table = new TextTable("level", "accuracy", "loss", "iterations").row("0", "97.62", "0.1", "1,876");

        assertThat(table.lines(21))
                .containsExactly(
                        "level  accuracy  loss", "0         97.62   0.1", "", "level  iterations", "0           1,876");
    }

    @Test
    void a_cell_that_does_not_fit_by_itself_is_cut() {
        var table = new TextTable("level", "magnitudes of initialisation").row("0", "97.62");

        assertThat(table.lines(17)).containsExactly("level  magnitude…", "0           97.62");
    }
}
