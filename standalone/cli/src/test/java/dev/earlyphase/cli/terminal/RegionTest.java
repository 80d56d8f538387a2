package dev.earlyphase.cli.terminal;

import java.util.List;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class RegionTest {
    private static final Size SIZE = new Size(10, 5);

    private final Region region = new Region();

    @Test
    void lines_are_drawn_in_the_place_of_those_before() {
        region.draw(List.of("one", "two"), SIZE);

        assertThat(region.draw(List.of("three"), SIZE)).isEqualTo("\033[?25l\r\033[2Athree\033[K\n\033[J");
    }

    @Test
    void lines_are_cut_to_the_width_and_as_many_as_fit_are_drawn() {
        String drawn = region.draw(List.of("0123456789", "b", "c", "d", "e"), SIZE);

        assertThat(drawn)
                .contains("012345678\033[K")
                .doesNotContain("9")
                .contains("d\033[K")
                .doesNotContain("e\033[K");
    }

    @Test
    void after_a_resize_the_screen_begins_anew() {
        region.draw(List.of("one"), SIZE);

        assertThat(region.draw(List.of("one"), new Size(20, 5))).startsWith("\033[?25l\033[H\033[2Jone");
    }

    @Test
    void what_is_cleared_leaves_nothing_and_shows_the_cursor() {
        region.draw(List.of("one", "two"), SIZE);

        assertThat(region.clear()).isEqualTo("\r\033[2A\033[J\033[?25h");
        assertThat(region.clear()).isEmpty();
    }
}
