package dev.earlyphase.trainer.time;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class DeadlineTest {
    /** Near its greatest value, as the machine's may be. */
    private final AtomicLong nanoTime = new AtomicLong(Long.MAX_VALUE - 1);

    private final Deadline deadline = Deadline.after(Duration.ofSeconds(60), nanoTime::get);

    @Test
    void it_passes_when_so_much_time_has_gone_by_and_not_before() {
        nanoTime.addAndGet(Duration.ofSeconds(59).toNanos());
        assertThat(deadline.hasPassed()).isFalse();

        nanoTime.addAndGet(Duration.ofSeconds(1).toNanos());
        assertThat(deadline.hasPassed()).isTrue();
    }

    @Test
    void a_pause_that_would_outlast_it_is_known_before() {
        nanoTime.addAndGet(Duration.ofSeconds(50).toNanos());

        assertThat(deadline.passesWithin(Duration.ofSeconds(9))).isFalse();
        assertThat(deadline.passesWithin(Duration.ofSeconds(10))).isTrue();
    }
}
