package dev.earlyphase.core.line;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import dev.earlyphase.contracts.event.TelemetryBatch;
import dev.earlyphase.contracts.trial.Precision;
import dev.earlyphase.core.engine.Evaluation;
import dev.earlyphase.core.engine.Session;
import dev.earlyphase.core.gradient.Factorial;
import dev.earlyphase.core.gradient.ImageBatches;
import dev.earlyphase.core.gradient.Subject;
import dev.earlyphase.core.network.Network;
import dev.earlyphase.core.telemetry.TelemetrySink;
import dev.earlyphase.core.training.StopSignal;
import dev.earlyphase.weights.Shape;
import dev.earlyphase.weights.Tensor;
import dev.earlyphase.weights.Tensors;

import static dev.earlyphase.core.gradient.Factorial.IMAGES;
import static dev.earlyphase.core.gradient.Factorial.LINEAR;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

class LineBetweenTest {
    private static final StopSignal NEVER = () -> false;
    private static final int POINTS = 11;

    @Test
    void the_loss_along_the_line_is_that_of_the_weights_between() {
        // From nothing to a network that looks at the first value x only: a margin of 2αx between the outputs.
        Tensors from = Factorial.filled(LINEAR, 0);
        Tensors to = from.with(new Tensor("fc.weight", Shape.of(2, 4), new float[] {1, 0, 0, 0, -1, 0, 0, 0}));

        Map<String, List<Double>> line = measured(from, to, NEVER);

        for (int point = 0; point < POINTS; point++) {
            double alpha = point / 10.0;
            double loss = 0;
            for (int image = 0; image < IMAGES; image++) {
                double margin = 2 * alpha * Factorial.value(image, 0) * (Factorial.label(image) == 0 ? 1 : -1);
                loss += Math.log1p(Math.exp(-margin)) / IMAGES;
            }
            assertThat(line.get("line-position").get(point)).isCloseTo(alpha, within(1e-12));
            assertThat(line.get("line-train-loss").get(point)).isCloseTo(loss, within(1e-5));
            assertThat(line.get("line-test-loss").get(point)).isCloseTo(loss, within(1e-5));
        }
        assertThat(line.get("line-test-error").getLast()).isEqualTo(0.25);
    }

    @Test
    void a_convex_loss_has_no_barrier() {
        List<Double> losses = measured(Factorial.random(LINEAR, 0.5, 1), Factorial.random(LINEAR, 0.5, 2), NEVER)
                .get("line-test-loss");

        for (int point = 0; point < POINTS; point++) {
            double chord = losses.getFirst() + point / 10.0 * (losses.getLast() - losses.getFirst());
            assertThat(losses.get(point)).isLessThanOrEqualTo(chord + 1e-6);
        }
    }

    @Test
    void its_ends_score_as_the_two_states_do() {
        Tensors from = Factorial.random(LINEAR, 0.5, 1);
        Tensors to = Factorial.random(LINEAR, 0.5, 2);

        Map<String, List<Double>> line = measured(from, to, NEVER);

        assertThat(line.get("line-test-loss").getFirst()).isEqualTo(score(from).loss());
        assertThat(line.get("line-test-loss").getLast()).isEqualTo(score(to).loss());
        assertThat(line.get("line-test-error").getFirst())
                .isEqualTo(1 - score(from).accuracy());
    }

    @Test
    void a_line_that_is_stopped_between_points_tells_nothing() {
        var asked = new int[1];

        Map<String, List<Double>> line =
                measured(Factorial.filled(LINEAR, 0), Factorial.filled(LINEAR, 1), () -> ++asked[0] > 3);

        assertThat(line).isEmpty();
        assertThat(asked[0]).isEqualTo(4);
    }

    private static Map<String, List<Double>> measured(Tensors from, Tensors to, StopSignal stop) {
        var told = new Told();
        line(LINEAR).measure(from, to, 9, told, stop);
        return told.values;
    }

    private static LineBetween line(Network network) {
        Subject subject = Factorial.subject(network, 8);
        return new LineBetween(subject, Precision.FP32, POINTS, 1_000);
    }

    private static Evaluation score(Tensors state) {
        Subject subject = Factorial.subject(LINEAR, 8);
        try (Session session = subject.open(8)) {
            session.restore(state);
            return ImageBatches.test(Factorial.LESSON, 8).evaluate(session);
        }
    }

    private static final class Told implements TelemetrySink {
        private final Map<String, List<Double>> values = new LinkedHashMap<>();

        @Override
        public void row(TelemetryBatch.Row row) {
            throw new AssertionError("a line told a row");
        }

        @Override
        public void evaluation(TelemetryBatch.Evaluation evaluation) {
            throw new AssertionError("a line told an evaluation");
        }

        @Override
        public void measurement(TelemetryBatch.Measurement measurement) {
            assertThat(measurement.iteration()).isEqualTo(9);
            values.put(measurement.name(), new ArrayList<>(measurement.values()));
        }
    }
}
