package dev.earlyphase.cli.terminal;

import java.time.Duration;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class WordsTest {
    @Test
    void lengths_of_time_lose_detail_as_they_grow() {
        assertThat(Words.time(Duration.ofMillis(3_440))).isEqualTo("3.4 s");
        assertThat(Words.time(Duration.ofSeconds(45))).isEqualTo("45 s");
        assertThat(Words.time(Duration.ofSeconds(125))).isEqualTo("2 min 5 s");
        assertThat(Words.time(Duration.ofMinutes(200))).isEqualTo("3 h 20 min");
    }

    @Test
    void a_minute_less_a_moment_is_a_minute() {
        assertThat(Words.time(Duration.ofMillis(59_700))).isEqualTo("1 min 0 s");
    }

    @Test
    void a_noun_is_in_the_plural_unless_there_is_one() {
        assertThat(Words.count(0, "trial")).isEqualTo("0 trials");
        assertThat(Words.count(1, "trial")).isEqualTo("1 trial");
        assertThat(Words.count(10_000, "trial")).isEqualTo("10,000 trials");
    }

    @Test
    void rates_below_a_hundred_have_a_decimal() {
        assertThat(Words.rate(4.25)).isEqualTo("4.3");
        assertThat(Words.rate(1_780.4)).isEqualTo("1,780");
    }

    @Test
    void measurements_have_three_digits_that_count() {
        assertThat(Words.measured(0.4821)).isEqualTo("0.482");
        assertThat(Words.measured(1.314)).isEqualTo("1.31");
        assertThat(Words.measured(79.94)).isEqualTo("79.9");
        assertThat(Words.measured(1_280.4)).isEqualTo("1,280");
    }

    @Test
    void sizes_are_in_powers_of_a_thousand() {
        assertThat(Words.bytes(1)).isEqualTo("1 byte");
        assertThat(Words.bytes(640)).isEqualTo("640 bytes");
        assertThat(Words.bytes(1_234_567_890L)).isEqualTo("1.2 GB");
        assertThat(Words.bytes(178_000)).isEqualTo("178 kB");
    }

    @Test
    void a_size_that_would_be_rounded_to_a_thousand_has_the_next_unit() {
        assertThat(Words.bytes(999_700)).isEqualTo("1.0 MB");
    }
}
