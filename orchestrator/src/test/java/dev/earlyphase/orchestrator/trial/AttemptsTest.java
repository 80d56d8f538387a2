package dev.earlyphase.orchestrator.trial;

import java.time.Duration;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class AttemptsTest {
    private final Attempts attempts = new Attempts(5, Duration.ofSeconds(2), Duration.ofMinutes(5));

    @ParameterizedTest
    @CsvSource({"1, 2", "2, 4", "3, 8", "7, 128", "8, 256", "9, 300", "1000, 300"})
    void the_pause_doubles_up_to_the_longest(int failures, long seconds) {
        assertThat(attempts.pauseAfter(failures)).hasSeconds(seconds);
    }
}
