package dev.earlyphase.fuzzing;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** The target must not be found by chance: that it is shows that coverage leads there. */
public class FuzzingTest {
    public static void fuzzerTestOneInput(byte[] input) {
        if (input.length > 2 && input[0] == 'a' && input[1] == 'b' && input[2] == 'c') {
            throw new IllegalStateException("abc is not taken");
        }
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
