package dev.earlyphase.analyzer.telemetry;

import java.util.List;

import org.junit.jupiter.api.Test;

import dev.earlyphase.contracts.event.TelemetryBatch;
import dev.earlyphase.contracts.event.TelemetryBatch.Evaluation;
import dev.earlyphase.contracts.event.TelemetryBatch.Row;
import dev.earlyphase.contracts.event.TelemetryBatch.Scalars;
import dev.earlyphase.contracts.trial.TrialId;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

class TelemetryRowsTest {
    private static final TrialId TRIAL = new TrialId("0123456789abcdef".repeat(4));

    @Test
    void the_arrays_run_along_layers() {
        var first = new Scalars(1.0, 2.0, 3.0, 0.4, 5.0, 0.6);
        var second = new Scalars(null, 20.0, 30.0, 0.5, 50.0, 0.7);
        var row = new Row(7, 2.3, 0.1, first, List.of(first, second));

        var values =
                TelemetryRows.of(List.of(batch(1, List.of(row)))).iterator().next();

        assertThat(values)
                .startsWith(TRIAL.value(), 7, 1, 2.3, 0.1)
                .contains(new String[] {"a", "b"}, new Double[] {1.0, null}, new Double[] {0.6, 0.7});
    }

    @Test
    void of_two_rows_for_one_iteration_the_later_counts() {
        var rows = TelemetryRows.of(List.of(batch(1, List.of(row(7), row(8))), batch(2, List.of(row(8)))));

        assertThat(rows).extracting(values -> values[1], values -> values[2]).containsExactly(tuple(7, 1), tuple(8, 2));
    }

    @Test
    void of_two_evaluations_at_one_iteration_the_later_counts() {
        var first = new TelemetryBatch(1, TRIAL, 1, 0, List.of(), List.of(), List.of(new Evaluation(9, 0.5, 1.0, 10)));
        var second =
                new TelemetryBatch(1, TRIAL, 2, 0, List.of(), List.of(), List.of(new Evaluation(9, 0.75, null, 10)));

        var rows = EvaluationRows.of(List.of(first, second));

        assertThat(rows).singleElement().isEqualTo(new Object[] {TRIAL.value(), 9, 2, 0.75, null, 10});
    }

    private static TelemetryBatch batch(int attempt, List<Row> rows) {
        return new TelemetryBatch(1, TRIAL, attempt, 0, List.of("a", "b"), rows, List.of());
    }

    private static Row row(int iteration) {
        var scalars = new Scalars(1.0, 1.0, 1.0, 0.0, 0.0, 1.0);
        return new Row(iteration, 1.0, 0.1, scalars, List.of(scalars, scalars));
    }
}
