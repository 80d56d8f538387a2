package dev.earlyphase.gateway.statistics;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

import dev.earlyphase.gateway.database.Row;

/**
 * The distribution of the surviving weights of a tensor in a checkpoint. A number that is not finite is left out.
 *
 * @param tensor its name, or {@code *} for all prunable ones together
 * @param positiveShare share of weights above zero
 * @param quantiles at 0, 1, 5, 25, 50, 75, 95, 99 and 100 %
 * @param sinceStart against the weights with which the trial began; left out there
 * @param sinceInitialisation against the weights at moment 0; left out there
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record TensorStatistics(
        int iteration,

        @Schema(description = "Its name, or * for all prunable ones together")
        String tensor,

        int attempt,
        boolean prunable,
        @Schema(description = "Surviving weights") long count,
        long zeros,
        long nonFinite,
        Double mean,
        Double standardDeviation,
        Double meanMagnitude,
        Double l1,
        Double l2,
        Double minimum,
        Double maximum,
        Double skewness,
        Double excessKurtosis,
        @Schema(description = "Share of weights above zero") Double positiveShare,

        @Schema(description = "At 0, 1, 5, 25, 50, 75, 95, 99 and 100 %")
        List<Double> quantiles,

        Histogram histogram,
        Change sinceStart,
        Change sinceInitialisation) {

    /** Bins of equal width between two values, both included. */
    public record Histogram(Double lower, Double upper, List<Long> counts) {}

    /**
     * How far weights have moved from earlier ones.
     *
     * @param signsChanged share of weights whose sign is another
     * @param distance L2 norm of the difference
     * @param cosine of the angle between the two
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Change(Double signsChanged, Double distance, Double cosine) {}

    static TensorStatistics of(Row row) {
        return new TensorStatistics(
                row.integer("iteration"),
                row.text("tensor"),
                row.integer("attempt"),
                row.flag("prunable"),
                row.whole("count"),
                row.whole("zeros"),
                row.whole("non_finite"),
                row.number("mean"),
                row.number("standard_deviation"),
                row.number("mean_magnitude"),
                row.number("l1"),
                row.number("l2"),
                row.number("minimum"),
                row.number("maximum"),
                row.number("skewness"),
                row.number("excess_kurtosis"),
                row.number("positive_share"),
                row.numbers("quantiles"),
                new Histogram(row.number("histogram_lower"), row.number("histogram_upper"), row.wholes("histogram")),
                change(row, "start"),
                change(row, "initial"));
    }

    private static Change change(Row row, String since) {
        Double signsChanged = row.number(since + "_signs_changed");
        return signsChanged == null
                ? null
                : new Change(signsChanged, row.number(since + "_distance"), row.number(since + "_cosine"));
    }
}
