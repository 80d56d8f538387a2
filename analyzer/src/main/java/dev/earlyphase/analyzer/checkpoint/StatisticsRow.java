package dev.earlyphase.analyzer.checkpoint;

import java.util.List;
import java.util.Optional;

import dev.earlyphase.analyzer.store.Upsert;
import dev.earlyphase.contracts.event.CheckpointWritten;
import dev.earlyphase.weights.statistics.Distribution;
import dev.earlyphase.weights.statistics.FilterCorrelation;
import dev.earlyphase.weights.statistics.TensorSummary;

/** A row of the table {@code tensor_statistics}. */
final class StatisticsRow {
    static final Upsert UPSERT = Upsert.into(
            "tensor_statistics",
            List.of("trial", "iteration", "tensor"),
            List.of(
                    "attempt",
                    "prunable",
                    "count",
                    "zeros",
                    "non_finite",
                    "mean",
                    "standard_deviation",
                    "mean_magnitude",
                    "l1",
                    "l2",
                    "minimum",
                    "maximum",
                    "skewness",
                    "excess_kurtosis",
                    "positive_share",
                    "quantiles",
                    "histogram_lower",
                    "histogram_upper",
                    "histogram",
                    "start_signs_changed",
                    "start_distance",
                    "start_cosine",
                    "initial_signs_changed",
                    "initial_distance",
                    "initial_cosine",
                    "ks_distance",
                    "filter_eigenvalue",
                    "filter_edge"));

    private StatisticsRow() {}

    /** Values in the order of {@link #UPSERT}. */
    static Object[] of(CheckpointWritten checkpoint, TensorSummary statistics) {
        Distribution distribution = statistics.distribution();
        // Of weights that are all equal there is no normal distribution, of filters that are so no correlation.
        boolean spread = statistics.fit().standardDeviation() > 0;
        Optional<FilterCorrelation> filters = statistics.filters().filter(of -> of.filters() > 0);
        return new Object[] {
            checkpoint.trial().value(),
            checkpoint.iteration(),
            statistics.name(),
            checkpoint.attempt(),
            statistics.covered(),
            distribution.count(),
            distribution.zeros(),
            distribution.nonFinite(),
            distribution.mean(),
            distribution.standardDeviation(),
            distribution.meanMagnitude(),
            distribution.l1(),
            distribution.l2(),
            distribution.minimum(),
            distribution.maximum(),
            distribution.skewness(),
            distribution.excessKurtosis(),
            distribution.positiveShare(),
            distribution.quantiles().toArray(Double[]::new),
            distribution.histogram().lower(),
            distribution.histogram().upper(),
            distribution.histogram().counts().toArray(Long[]::new),
            statistics.start().signChangedShare(),
            statistics.start().l2Distance(),
            statistics.start().cosineSimilarity(),
            statistics.initial().signChangedShare(),
            statistics.initial().l2Distance(),
            statistics.initial().cosineSimilarity(),
            spread ? statistics.fit().distance() : null,
            filters.map(FilterCorrelation::largestEigenvalue).orElse(null),
            filters.map(FilterCorrelation::edge).orElse(null)
        };
    }
}
