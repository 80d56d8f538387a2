package dev.earlyphase.gateway.figure;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

import io.quarkus.runtime.configuration.MemorySize;
import org.junit.jupiter.api.Test;

import dev.earlyphase.contracts.error.DomainException.NotFound;
import dev.earlyphase.contracts.error.DomainException.Unavailable;
import dev.earlyphase.contracts.study.StudyView;
import dev.earlyphase.contracts.study.StudyView.State;
import dev.earlyphase.gateway.format.Format;
import dev.earlyphase.gateway.limit.Limits;
import dev.earlyphase.gateway.testing.Examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class FigureBodiesTest {
    private static final StudyView ENDED = Examples.study("fedcba98765432100199", State.COMPLETED);
    private static final StudyView RUNNING = Examples.study("fedcba98765432100199", State.RUNNING);

    private final AtomicInteger computed = new AtomicInteger();
    private final FigureBodies bodies = new FigureBodies(new Config(), Limits.of(1));

    private record Config() implements FigureConfig {
        @Override
        public Duration remembered() {
            return Duration.ofHours(1);
        }

        @Override
        public MemorySize memory() {
            return new MemorySize(java.math.BigInteger.valueOf(1_000));
        }
    }

    private byte[] ask(StudyView study, Format format) {
        return bodies.body(study, "figure-1", format, false, () -> {
            computed.incrementAndGet();
            return new byte[] {1};
        });
    }

    private byte[] ask(Supplier<byte[]> made) {
        return bodies.body(ENDED, "figure-2", Format.JSON, false, made);
    }

    @Test
    void a_figure_of_an_ended_study_is_computed_once() {
        ask(ENDED, Format.JSON);
        ask(ENDED, Format.JSON);

        assertThat(computed).hasValue(1);
    }

    @Test
    void each_format_is_another() {
        ask(ENDED, Format.JSON);
        ask(ENDED, Format.SVG);

        assertThat(computed).hasValue(2);
    }

    @Test
    void a_figure_of_a_running_study_is_computed_each_time() {
        ask(RUNNING, Format.JSON);
        ask(RUNNING, Format.JSON);

        assertThat(computed).hasValue(2);
    }

    @Test
    void one_computation_too_many_is_told_to_come_again() {
        assertThatThrownBy(() -> ask(() -> ask(RUNNING, Format.JSON)))
                .isInstanceOf(Unavailable.class)
                .hasMessageContaining("figures");
    }

    @Test
    void a_failure_is_not_remembered() {
        assertThatThrownBy(() -> ask(() -> {
                    throw new NotFound("figure", "figure-2");
                }))
                .isInstanceOf(NotFound.class);

        assertThat(ask(() -> new byte[] {7})).containsExactly(7);
    }
}
