package dev.earlyphase.fuzzing;

import java.io.IOException;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class PromiseTest {
    private static final byte[] INPUT = new byte[10];

    private final Promise promise = Promise.toReadOrThrow(IOException.class);

    @Test
    void a_value_keeps_it() {
        assertThatCode(() -> promise.holds(INPUT, input -> {})).doesNotThrowAnyException();
    }

    @Test
    void a_refusal_that_is_documented_keeps_it() {
        Parser refusing = input -> {
            throw new IOException("ten bytes; allowed: nine");
        };

        assertThatCode(() -> promise.holds(INPUT, refusing)).doesNotThrowAnyException();
    }

    @Test
    void any_other_exception_breaks_it() {
        Parser careless = input -> {
            throw new IllegalStateException("oops");
        };

        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(() -> promise.holds(INPUT, careless))
                .havingCause()
                .withMessage("oops");
    }

    @Test
    void a_stack_that_overflows_comes_through() {
        Parser deep = input -> {
            throw new StackOverflowError();
        };

        assertThatExceptionOfType(StackOverflowError.class).isThrownBy(() -> promise.holds(INPUT, deep));
    }

    @Test
    void more_memory_than_the_input_is_worth_breaks_it() {
        Parser greedy = input -> {
            byte[][] blocks = new byte[65][];
            for (int i = 0; i < blocks.length; i++) {
                blocks[i] = new byte[1 << 20];
            }
        };

        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(() -> promise.holds(INPUT, greedy))
                .withMessageContaining("bytes of memory");
    }
}
