package dev.earlyphase.gateway.mlflow;

import java.util.ArrayList;
import java.util.List;
import jakarta.enterprise.context.ApplicationScoped;

import dev.earlyphase.contracts.event.TelemetryBatch.Evaluation;
import dev.earlyphase.contracts.event.TelemetryBatch.Row;
import dev.earlyphase.contracts.event.TelemetryBatch.Scalars;
import dev.earlyphase.contracts.study.TrialView;
import dev.earlyphase.contracts.trial.LogSpaced;
import dev.earlyphase.gateway.telemetry.IterationRange;
import dev.earlyphase.gateway.telemetry.TelemetryStore;

/** A trial's telemetry and evaluations as metrics. Telemetry is thinned: MLflow draws thousands of points slowly. */
@ApplicationScoped
class Curves {
    /** Beside those that are spaced evenly on a logarithmic axis. */
    private static final int EVERY = 100;

    private final TelemetryStore store;

    Curves(TelemetryStore store) {
        this.store = store;
    }

    /** @param first the iteration to begin with, counted from 0 */
    List<Metric> of(TrialView trial, int first) {
        long started = trial.started().toEpochMilli();
        var metrics = new ArrayList<Metric>();
        for (Integer next = first; next != null; ) {
            var page = store.telemetry(trial.id(), IterationRange.from(next), false);
            page.rows().stream()
                    .filter(row -> LogSpaced.contains(row.iteration()) || row.iteration() % EVERY == 0)
                    .forEach(row -> add(row, started, metrics));
            next = page.next();
        }
        for (Integer next = first; next != null; ) {
            var page = store.evaluations(trial.id(), IterationRange.from(next));
            page.evaluations().forEach(evaluation -> add(evaluation, started, metrics));
            next = page.next();
        }
        return metrics;
    }

    private static void add(Row row, long started, List<Metric> metrics) {
        Scalars all = row.all();
        add("loss", row.loss(), row.iteration(), started, metrics);
        add("learning_rate", row.learningRate(), row.iteration(), started, metrics);
        add("weight_mean_magnitude", all.weightMeanMagnitude(), row.iteration(), started, metrics);
        add("gradient_mean_magnitude", all.gradientMeanMagnitude(), row.iteration(), started, metrics);
        add("gradient_l2", all.gradientL2(), row.iteration(), started, metrics);
        add("signs_changed", all.signsChanged(), row.iteration(), started, metrics);
        add("distance", all.distance(), row.iteration(), started, metrics);
        add("cosine", all.cosine(), row.iteration(), started, metrics);
    }

    private static void add(Evaluation evaluation, long started, List<Metric> metrics) {
        add("test_accuracy", evaluation.accuracy(), evaluation.iteration(), started, metrics);
        add("test_loss", evaluation.loss(), evaluation.iteration(), started, metrics);
    }

    /** The time is made of the iteration: written twice, a value is the same one to MLflow. */
    private static void add(String key, Double value, int iteration, long started, List<Metric> metrics) {
        if (value != null) {
            metrics.add(new Metric(key, value, started + iteration, iteration));
        }
    }
}
