package dev.earlyphase.fuzzing;

import java.time.LocalDate;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** The target must not be found by chance: that it is shows that coverage leads there. */
public class FuzzingTest {
    public static void fuzzerTestOneInput(byte[] input) {
        if (input.length > 2 && input[0] == 'a' && input[1] == 'b' && input[2] == 'c') {
            throw new IllegalStateException("abc is not taken");
        }
    }

    @Test
    void a_class_whose_day_it_is_not_is_handed_what_the_fuzzing_would_begin_with() {
        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(() ->
                        Fuzzing.of(FuzzingTest.class).from("a", "abc").atMost(0).run())
                .withMessageContaining("an input fails: abc");
    }

    @Test
    void every_class_has_its_turn_within_four_days() {
        LocalDate first = LocalDate.of(2026, 11, 28);

        assertThat(IntStream.range(0, 4)
                        .filter(days -> Fuzzing.isToday(FuzzingTest.class, first.plusDays(days)))
                        .count())
                .isEqualTo(1);
    }

    /** It ends with the first that is found. */
    @Test
    void an_input_that_breaks_a_parser_is_found_by_what_it_reaches() {
        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(() ->
                        Fuzzing.of(FuzzingTest.class).from("a").atMost(120).run())
                .withMessageContaining("an input fails")
                .withMessageContaining("abc is not taken");
    }
}
