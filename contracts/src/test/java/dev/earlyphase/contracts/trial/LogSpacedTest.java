package dev.earlyphase.contracts.trial;

import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class LogSpacedTest {
    @Test
    void the_first_ten_stand_one_by_one_and_then_ten_a_decade() {
        assertThat(LogSpaced.upTo(100))
                .containsExactly(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 13, 16, 20, 25, 32, 40, 50, 63, 79, 100);
    }

    @Test
    void an_iteration_is_one_of_them_if_it_is_in_the_list() {
        assertThat(IntStream.rangeClosed(0, 70_000).filter(LogSpaced::contains).boxed())
                .isEqualTo(LogSpaced.upTo(70_000).boxed().toList());
    }
}
