package dev.earlyphase.gateway.access;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

import org.junit.jupiter.api.Test;

import dev.earlyphase.contracts.error.DomainException.Invalid;
import dev.earlyphase.contracts.error.DomainException.TooMany;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class SubmissionLimitTest {
    private final AtomicLong nanos = new AtomicLong();
    private final SubmissionLimit limit = new SubmissionLimit(2, Duration.ofSeconds(10), nanos::get);

    @Test
    void whoever_submits_too_often_is_told_how_long_to_wait() {
        limit.take("ada");
        limit.take("ada");
        nanos.addAndGet(Duration.ofSeconds(3).toNanos());

        assertThatThrownBy(() -> limit.take("ada"))
                .isInstanceOfSatisfying(
                        TooMany.class, tooMany -> assertThat(tooMany.seconds()).isEqualTo(7));
    }

    @Test
    void time_brings_the_next_one() {
        limit.take("ada");
        limit.take("ada");
        nanos.addAndGet(Duration.ofSeconds(10).toNanos());

        limit.take("ada");

        assertThatThrownBy(() -> limit.take("ada")).isInstanceOf(TooMany.class);
    }

    @Test
    void no_more_is_saved_up_than_the_burst() {
        limit.take("ada");
        nanos.addAndGet(Duration.ofHours(1).toNanos());
        limit.take("ada");
        limit.take("ada");

        assertThatThrownBy(() -> limit.take("ada")).isInstanceOf(TooMany.class);
    }

    @Test
    void one_user_does_not_slow_another() {
        limit.take("ada");
        limit.take("ada");

        assertThatCode(() -> limit.take("grace")).doesNotThrowAnyException();
    }

    @Test
    void a_limit_of_nothing_is_refused_at_the_start() {
        assertThatThrownBy(() -> new SubmissionLimit(0, Duration.ofSeconds(1), nanos::get))
                .isInstanceOf(Invalid.class)
                .hasMessageContaining("earlyphase.submissions.burst");
    }
}
