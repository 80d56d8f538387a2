package dev.earlyphase.cli.progress;

import java.time.Instant;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ThroughputTest {
    private static final Instant BEGIN = Instant.parse("2026-11-22T10:00:00Z");

    private final Throughput throughput = new Throughput();

    @Test
    void it_is_not_known_from_one_look() {
        throughput.add(BEGIN, 5_000);

        assertThat(throughput.perSecond()).isZero();
    }

    @Test
    void what_was_done_before_the_first_look_does_not_count() {
        throughput.add(BEGIN, 5_000);
        throughput.add(BEGIN.plusSeconds(10), 6_000);

        assertThat(throughput.perSecond()).isEqualTo(100);
    }

    @Test
    void only_the_last_half_minute_counts() {
        throughput.add(BEGIN, 0);
        throughput.add(BEGIN.plusSeconds(60), 30_000);
        throughput.add(BEGIN.plusSeconds(80), 31_000);

        assertThat(throughput.perSecond()).isEqualTo(50);
    }

    @Test
    void a_study_that_was_set_back_has_none_rather_than_less() {
        throughput.add(BEGIN, 1_000);
        throughput.add(BEGIN.plusSeconds(10), 400);

        assertThat(throughput.perSecond()).isZero();
    }
}
