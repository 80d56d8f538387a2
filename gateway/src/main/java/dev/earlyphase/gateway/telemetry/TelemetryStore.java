package dev.earlyphase.gateway.telemetry;

import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import jakarta.enterprise.context.ApplicationScoped;

import dev.earlyphase.contracts.event.TelemetryBatch;
import dev.earlyphase.contracts.event.TelemetryBatch.Evaluation;
import dev.earlyphase.contracts.event.TelemetryBatch.Scalars;
import dev.earlyphase.contracts.trial.TrialId;
import dev.earlyphase.gateway.database.Database;
import dev.earlyphase.gateway.database.Row;

/** Telemetry and evaluations as the analyzer keeps them. */
@ApplicationScoped
public class TelemetryStore {
    static final int MOST_ROWS = 10_000;
    /** Fewer, because such a row is as long as the network is deep. */
    static final int MOST_ROWS_WITH_LAYERS = 1_000;

    private static final String POOLED = "iteration, loss, learning_rate, weight_mean_magnitude,"
            + " gradient_mean_magnitude, gradient_l2, signs_changed, distance, cosine, traced, traced_values";
    private static final String BY_LAYER = ", layers, layer_weight_mean_magnitude, layer_gradient_mean_magnitude,"
            + " layer_gradient_l2, layer_signs_changed, layer_distance, layer_cosine";

    private final Database database;

    TelemetryStore(Database database) {
        this.database = database;
    }

    /** A page of it. */
    public Telemetry telemetry(TrialId trial, IterationRange range, boolean layers) {
        record Found(List<String> layers, List<String> traced, TelemetryBatch.Row row) {}
        int most = layers ? MOST_ROWS_WITH_LAYERS : MOST_ROWS;
        List<Found> found = read(
                "select " + POOLED + (layers ? BY_LAYER : "") + " from results.telemetry",
                trial,
                range,
                most,
                row -> new Found(layers ? row.texts("layers") : List.of(), row.texts("traced"), row(row, layers)));
        var rows = found.stream().map(Found::row).toList();
        return new Telemetry(
                trial,
                found.isEmpty() ? List.of() : found.getFirst().layers(),
                found.isEmpty() ? List.of() : found.getFirst().traced(),
                rows.stream().limit(most).toList(),
                rows.size() > most ? rows.getLast().iteration() : null);
    }

    /** A page of them. */
    public Evaluations evaluations(TrialId trial, IterationRange range) {
        List<Evaluation> found = read(
                "select iteration, accuracy, loss, examples from results.evaluation",
                trial,
                range,
                MOST_ROWS,
                row -> new Evaluation(
                        row.integer("iteration"), row.number("accuracy"), row.number("loss"), row.integer("examples")));
        return new Evaluations(
                trial,
                found.stream().limit(MOST_ROWS).toList(),
                found.size() > MOST_ROWS ? found.getLast().iteration() : null);
    }

    /** One row more than {@code most} where there are more: it says where to go on. */
    private <T> List<T> read(String select, TrialId trial, IterationRange range, int most, Function<Row, T> row) {
        return database.list(
                select
                        + " where trial = ? and iteration between ? and ? and iteration % ? = 0 order by iteration limit ?",
                row,
                trial.value(),
                range.from(),
                range.to(),
                range.every(),
                most + 1);
    }

    private static TelemetryBatch.Row row(Row row, boolean layers) {
        var pooled = new Scalars(
                row.number("weight_mean_magnitude"),
                row.number("gradient_mean_magnitude"),
                row.number("gradient_l2"),
                row.number("signs_changed"),
                row.number("distance"),
                row.number("cosine"));
        return new TelemetryBatch.Row(
                row.integer("iteration"),
                row.number("loss"),
                row.number("learning_rate"),
                pooled,
                layers ? layers(row) : List.of(),
                row.numbers("traced_values"));
    }

    private static List<Scalars> layers(Row row) {
        var weights = row.numbers("layer_weight_mean_magnitude");
        var gradients = row.numbers("layer_gradient_mean_magnitude");
        var gradientsL2 = row.numbers("layer_gradient_l2");
        var signs = row.numbers("layer_signs_changed");
        var distances = row.numbers("layer_distance");
        var cosines = row.numbers("layer_cosine");
        return IntStream.range(0, weights.size())
                .mapToObj(i -> new Scalars(
                        weights.get(i),
                        gradients.get(i),
                        gradientsL2.get(i),
                        signs.get(i),
                        distances.get(i),
                        cosines.get(i)))
                .toList();
    }
}
