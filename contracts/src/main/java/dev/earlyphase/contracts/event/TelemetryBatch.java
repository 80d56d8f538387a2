package dev.earlyphase.contracts.event;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

import dev.earlyphase.contracts.trial.TrialId;

/**
 * Telemetry of consecutive iterations, and the evaluations and measurements that fell between them.
 *
 * @param layers names of the prunable tensors, in the order of the arrays in {@link Row#layers()}
 * @param traced names of the single weights that are followed, such as {@code fc.weight[17]}, in the order of
 *     {@link Row#traced()}
 */
public record TelemetryBatch(
        int schema,
        TrialId trial,
        int attempt,
        long sequence,
        List<String> layers,
        List<String> traced,
        List<Row> rows,
        List<Evaluation> evaluations,
        List<Measurement> measurements) {
    public TelemetryBatch {
        Schema.check(schema);
        layers = List.copyOf(layers);
        traced = traced == null ? List.of() : List.copyOf(traced);
        rows = List.copyOf(rows);
        evaluations = List.copyOf(evaluations);
        measurements = measurements == null ? List.of() : List.copyOf(measurements);
    }

    /**
     * One iteration, seen with the weights before its update. A value that is not finite is null.
     *
     * @param loss mean cross-entropy of the batch
     * @param all over the surviving prunable weights of all layers
     * @param layers the same, layer by layer
     * @param traced the values of the weights that are followed; one that is not finite is null
     */
    public record Row(
            int iteration, Double loss, double learningRate, Scalars all, List<Scalars> layers, List<Double> traced) {
        public Row {
            layers = List.copyOf(layers);
            traced = traced == null ? List.of() : Collections.unmodifiableList(new ArrayList<>(traced));
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

    /**
     * What a probe, a perturbation or a path found out at an iteration.
     *
     * @param name of the quantity, such as {@code hessian-eigenvalues}; docs/measurements.md lists them
     * @param tensor that it is of; {@code *} for all prunable ones together
     * @param values one or more; one that is not finite is null
     */
    public record Measurement(int iteration, String name, String tensor, List<Double> values) {
        public static final String ALL = "*";

        public Measurement {
            tensor = tensor == null ? ALL : tensor;
            values = Collections.unmodifiableList(new ArrayList<>(values));
        }
    }
}
