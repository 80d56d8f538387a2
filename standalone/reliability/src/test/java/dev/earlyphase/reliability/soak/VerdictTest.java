package dev.earlyphase.reliability.soak;

import java.util.List;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import dev.earlyphase.reliability.soak.Rule.Finding;

import static org.assertj.core.api.Assertions.assertThat;

class VerdictTest {
    private static final Subject WORKER = new Subject(Resource.MEMORY, "worker-1");

    @Test
    void what_grows_only_while_it_warms_up_is_flat() {
        Verdict verdict = Verdict.of(WORKER, readings(WORKER, second -> Math.min(second, 9) * 1e8));

        assertThat(verdict.finding()).isEqualTo(Finding.FLAT);
    }

    @Test
    void a_worker_that_grows_all_the_time_is_told() {
        Verdict verdict = Verdict.of(WORKER, readings(WORKER, second -> 1e9 + second * 1e7));

        assertThat(verdict.finding()).isEqualTo(Finding.GROWS);
    }

    @Test
    void one_high_reading_decides_nothing() {
        Verdict verdict = Verdict.of(WORKER, readings(WORKER, second -> second == 90 ? 9e9 : 1e9));

        assertThat(verdict.finding()).isEqualTo(Finding.FLAT);
    }

    @Test
    void a_table_has_a_row_for_each_subject_and_says_what_bounds_it() {
        Subject gateway = new Subject(Resource.MEMORY, "gateway");
        List<Reading> readings = Stream.concat(
                        readings(WORKER, second -> 1e9).stream(),
                        readings(gateway, second -> 2e8 + second * 1e6).stream())
                .toList();

        List<String> lines = Verdict.table(Verdict.ofAll(readings)).lines();

        assertThat(lines).hasSize(3);
        assertThat(lines.get(1)).contains("gateway: memory in MB", "bounded", "heap of 192 MB");
        assertThat(lines.get(2)).contains("worker-1: memory in MB", "1000", "+0.0 %", "flat");
    }

    private static List<Reading> readings(Subject subject, DoubleUnaryOperator value) {
        return IntStream.rangeClosed(0, 100)
                .mapToObj(second -> new Reading(second, subject, value.applyAsDouble(second)))
                .toList();
    }
}
