package dev.earlyphase.analyzer.outage;

import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

import io.quarkus.runtime.ShutdownEvent;
import org.junit.jupiter.api.Test;

import dev.earlyphase.contracts.error.DomainException.Invalid;
import dev.earlyphase.contracts.error.DomainException.Unavailable;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class PatienceTest {
    private final Patience patience = new Patience();

    @Test
    void work_is_tried_again_until_the_outage_is_over() {
        var work = new Work(new Unavailable("away"), postgres("08006"), postgres("57P03"), postgres(null));

        patience.persist("work", work);

        assertThat(work.done).isTrue();
    }

    @Test
    void what_another_has_inserted_meanwhile_is_tried_again() {
        var work = new Work(postgres("23505"));

        patience.persist("work", work);

        assertThat(work.done).isTrue();
    }

    @Test
    void a_fault_of_the_record_is_not_tried_again() {
        var work = new Work(new Invalid("attempt", 0, "1"));

        assertThatThrownBy(() -> patience.persist("work", work)).isInstanceOf(Invalid.class);
        assertThat(work.done).isFalse();
    }

    @Test
    void data_that_no_column_takes_are_not_tried_again() {
        var work = new Work(postgres("22021"));

        assertThatThrownBy(() -> patience.persist("work", work)).hasRootCauseInstanceOf(SQLException.class);
    }

    @Test
    void the_end_of_the_service_ends_the_waiting() {
        patience.stop(new ShutdownEvent());

        assertThatThrownBy(() -> patience.persist("work", new Work(new Unavailable("away"))))
                .isInstanceOf(Stopping.class);
    }

    @Test
    void nothing_is_a_fault_of_the_record_once_the_service_stops() {
        patience.stop(new ShutdownEvent());

        assertThatThrownBy(() -> patience.persist("work", new Work(new IllegalStateException("no context"))))
                .isInstanceOf(Stopping.class);
    }

    private static RuntimeException postgres(String state) {
        return new RuntimeException(new SQLException("no", state));
    }

    /** Fails once with each of these, then is done. */
    private static final class Work implements Runnable {
        private final Deque<RuntimeException> failures;
        private boolean done;

        Work(RuntimeException... failures) {
            this.failures = new ArrayDeque<>(List.of(failures));
        }

        @Override
        public void run() {
            if (!failures.isEmpty()) {
                throw failures.pop();
            }
            done = true;
        }
    }
}
