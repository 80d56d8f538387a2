package dev.earlyphase.contracts.event;

import java.util.List;

import dev.earlyphase.contracts.trial.TrialId;

/**
 * Telemetry of consecutive iterations, and the evaluations that fell between them.
 *
 * @param layers names of the prunable tensors, in the order of the arrays in {@link Row#layers()}
 */
public record TelemetryBatch(
        int schema,
        TrialId trial,
        int attempt,
        long sequence,
        List<String> layers,
        List<Row> rows,
        List<Evaluation> evaluations) {
    public TelemetryBatch {
        Schema.check(schema);
        layers = List.copyOf(layers);
        rows = List.copyOf(rows);
        evaluations = List.copyOf(evaluations);
    }

    /**
     * One iteration, seen with the weights before its update. A value that is not finite is null.
     *
     * @param loss mean cross-entropy of the batch
     * @param all over the surviving prunable weights of all layers
     * @param layers the same, layer by layer
     */
    public record Row(int iteration, Double loss, double learningRate, Scalars all, List<Scalars> layers) {
        public Row {
            layers = List.copyOf(layers);
        }
    }

    /**
     * Section 3 of the paper, over surviving weights w with gradients g and initial weights w0.
     *
     * @param weightMeanMagnitude mean |w|
     * @param gradientMeanMagnitude mean |g|
     * @param gradientL2 square root of the sum of g squared
     * @param signsChanged share of weights whose sign differs from that of w0
     * @param distance L2 norm of w - w0
     * @param cosine of the angle between w and w0
     */
    public record Scalars(
            Double weightMeanMagnitude,
            Double gradientMeanMagnitude,
            Double gradientL2,
            double signsChanged,
            Double distance,
            Double cosine) {}

    /**
     * The test set at an iteration.
     *
     * @param accuracy share classified rightly, 0 to 1
     * @param loss mean cross-entropy; null where it is not finite
     */
    public record Evaluation(int iteration, double accuracy, Double loss, int examples) {}
}
