package dev.earlyphase.analyzer.telemetry;

import java.util.Arrays;
import java.util.List;

import org.junit.jupiter.api.Test;

import dev.earlyphase.contracts.event.TelemetryBatch;
import dev.earlyphase.contracts.event.TelemetryBatch.Evaluation;
import dev.earlyphase.contracts.event.TelemetryBatch.Measurement;
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
        var row = new Row(7, 2.3, 0.1, first, List.of(first, second), List.of());

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
        var first = evaluated(1, new Evaluation(9, 0.5, 1.0, 10));
        var second = evaluated(2, new Evaluation(9, 0.75, null, 10));

        var rows = EvaluationRows.of(List.of(first, second));

        assertThat(rows).singleElement().isEqualTo(new Object[] {TRIAL.value(), 9, 2, 0.75, null, 10});
    }

    @Test
    void of_two_measurements_of_one_quantity_the_later_counts() {
        var first = measured(1, new Measurement(9, "fisher-trace", "*", List.of(1.0)));
        var second = measured(2, new Measurement(9, "fisher-trace", "*", Arrays.asList(2.0, null)));

        var rows = MeasurementRows.of(List.of(first, second));

        assertThat(rows)
                .singleElement()
                .isEqualTo(new Object[] {TRIAL.value(), 9, "fisher-trace", "*", 2, new Double[] {2.0, null}});
    }

    @Test
    void measurements_at_one_iteration_differ_by_name_and_tensor() {
        var batch = measured(
                1,
                new Measurement(9, "noise-scale", null, List.of(1.0)),
                new Measurement(9, "fisher-trace", null, List.of(2.0)),
                new Measurement(9, "fisher-trace", "fc.weight", List.of(3.0)));

        var rows = MeasurementRows.of(List.of(batch));

        assertThat(rows)
                .extracting(values -> values[2], values -> values[3])
                .containsExactly(
                        tuple("noise-scale", "*"), tuple("fisher-trace", "*"), tuple("fisher-trace", "fc.weight"));
    }

    private static TelemetryBatch evaluated(int attempt, Evaluation evaluation) {
        return new TelemetryBatch(
                1, TRIAL, attempt, 0, List.of(), List.of(), List.of(), List.of(evaluation), List.of());
    }

    private static TelemetryBatch measured(int attempt, Measurement... measurements) {
        return new TelemetryBatch(
                1, TRIAL, attempt, 0, List.of(), List.of(), List.of(), List.of(), List.of(measurements));
    }

    private static TelemetryBatch batch(int attempt, List<Row> rows) {
        return new TelemetryBatch(1, TRIAL, attempt, 0, List.of("a", "b"), List.of(), rows, List.of(), List.of());
    }

    private static Row row(int iteration) {
        var scalars = new Scalars(1.0, 1.0, 1.0, 0.0, 0.0, 1.0);
        return new Row(iteration, 1.0, 0.1, scalars, List.of(scalars, scalars), List.of());
    }
}
