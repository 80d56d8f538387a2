package dev.earlyphase.reliability.load.fill;

import java.time.Duration;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class PaceTest {
    @Test
    void the_rate_counts_what_was_done_since_the_begin() {
        var pace = new Pace("trials", 1_000, 3_000, 5_000, Duration.ofSeconds(20));

        assertThat(pace).hasToString("3,000 of 5,000 trials, 100 a second, 20 s left");
    }

    @Test
    void before_anything_is_known_nothing_is_foretold() {
        assertThat(new Pace("trials", 0, 0, 10, Duration.ZERO)).hasToString("0 of 10 trials");
    }
}
