package dev.earlyphase.core.probe;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.junit.jupiter.api.Test;

import dev.earlyphase.contracts.error.DomainException.Invalid;
import dev.earlyphase.contracts.event.TelemetryBatch;
import dev.earlyphase.contracts.event.TelemetryBatch.Measurement;
import dev.earlyphase.contracts.trial.Probe;
import dev.earlyphase.core.engine.Session;
import dev.earlyphase.core.gradient.Factorial;
import dev.earlyphase.core.gradient.MeanGradient;
import dev.earlyphase.core.gradient.Subject;
import dev.earlyphase.core.network.Network;
import dev.earlyphase.core.schedule.Schedule;
import dev.earlyphase.core.telemetry.TelemetrySink;
import dev.earlyphase.weights.Tensors;

import static dev.earlyphase.core.gradient.Factorial.IMAGES;
import static dev.earlyphase.core.gradient.Factorial.LINEAR;
import static dev.earlyphase.core.gradient.Factorial.SCALES;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

class ProbesTest {
    private static final Tensors KNOWS_NOTHING = Factorial.filled(LINEAR, 0);
    private static final Schedule SCHEDULE = new Schedule(0.1, 0.1, List.of(4), 0, 0.9, 0, 0);

    @Test
    void the_hessian_of_a_network_that_knows_nothing_has_half_the_squared_inputs_as_eigenvalues() {
        List<Double> eigenvalues = values(measured("hessian", Map.of("eigenvalues", 5.0)), "hessian-eigenvalues");

        // A bias has the input 1, two classes the probability ½ each: ½(1 − ½)·2 x² along the difference of the
        // outputs.
        assertThat(eigenvalues)
                .usingElementComparator((a, b) -> Math.abs(a - b) < 1e-3 ? 0 : 1)
                .containsExactly(8.0, 4.5, 2.0, 0.5, 0.125);
    }

    @Test
    void the_gradients_share_is_what_lies_along_the_largest_eigenvectors() {
        // The class goes by the majority of the first three values, each of which agrees with it three times out of
        // four.
        double squares = SCALES[0] * SCALES[0] + SCALES[1] * SCALES[1] + SCALES[2] * SCALES[2];

        List<Double> share = values(measured("hessian", Map.of("eigenvalues", 2.0)), "gradient-share");

        assertThat(share.getFirst()).isCloseTo((SCALES[0] * SCALES[0] + SCALES[1] * SCALES[1]) / squares, within(1e-3));
    }

    @Test
    void the_edge_of_stability_follows_the_learning_rate() {
        assertThat(values(measured("hessian", Map.of()), "stability-edge")).containsExactly(2 * 1.9 / 0.1);
        assertThat(values(measured("hessian", Map.of(), 4), "stability-edge").getFirst())
                .isCloseTo(2 * 1.9 / 0.01, within(1e-9));
    }

    @Test
    void the_noise_scale_is_that_of_the_gradients_of_single_examples() {
        Tensors state = Factorial.random(LINEAR, 0.1, 3);
        double[] mean = new double[10];
        double squares = 0;
        for (int image = 0; image < IMAGES; image++) {
            float[] gradient = gradientOf(image, state);
            for (int i = 0; i < mean.length; i++) {
                mean[i] += gradient[i] / IMAGES;
                squares += gradient[i] * gradient[i] / IMAGES;
            }
        }
        double gradientSquared = 0;
        for (double value : mean) {
            gradientSquared += value * value;
        }

        List<Double> measured = values(
                measured("noise-scale", Map.of("small", 2.0, "large", 20.0, "repeats", 200.0), 0, state),
                "noise-scale");

        assertThat(measured.get(1)).isCloseTo(squares - gradientSquared, within(0.03 * squares));
        assertThat(measured.get(2)).isCloseTo(gradientSquared, within(0.05 * gradientSquared));
        assertThat(measured.get(0)).isCloseTo(measured.get(1) / measured.get(2), within(1e-9));
    }

    @Test
    void the_fisher_trace_of_a_network_that_knows_nothing_is_half_the_mean_squared_input() {
        double squares = 1;
        for (double scale : SCALES) {
            squares += scale * scale;
        }

        List<Double> trace = values(measured("fisher", Map.of()), "fisher-trace");

        assertThat(trace.getFirst()).isCloseTo(squares / 2, within(1e-5));
    }

    @Test
    void the_same_iteration_is_measured_alike_and_another_with_other_images() {
        Map<String, Double> options = Map.of("small", 2.0);

        assertThat(measured("noise-scale", options, 3)).isEqualTo(measured("noise-scale", options, 3));
        assertThat(values(measured("noise-scale", options, 2), "noise-scale"))
                .isNotEqualTo(values(measured("noise-scale", options, 3), "noise-scale"));
    }

    @Test
    void nothing_is_measured_at_iterations_that_were_not_asked_for() {
        var sink = new Measurements();

        listener(new Probe("fisher", List.of(7), Map.of()), sink).reached(6, session(KNOWS_NOTHING));

        assertThat(sink.all).isEmpty();
    }

    @Test
    void the_session_in_training_is_left_as_it_was() {
        Session training = session(Factorial.random(LINEAR, 0.3, 2));
        Tensors before = training.state();

        for (String kind : Probes.kinds()) {
            listener(new Probe(kind, List.of(0), Map.of()), new Measurements()).reached(0, training);
        }

        assertThat(training.state()).isEqualTo(before);
    }

    @Test
    void a_probe_that_does_not_exist_is_refused_with_those_that_do() {
        assertThatThrownBy(() -> Probes.check("hesian", Map.of()))
                .isInstanceOf(Invalid.class)
                .hasMessageContaining("hesian")
                .hasMessageContaining("hessian, noise-scale, fisher");
    }

    @Test
    void an_option_that_does_not_exist_is_refused_with_those_that_do() {
        assertThatThrownBy(() -> Probes.check("fisher", Map.of("steps", 3.0)))
                .isInstanceOf(Invalid.class)
                .hasMessageContaining("steps")
                .hasMessageContaining("examples");
    }

    @Test
    void an_option_out_of_range_is_refused_with_its_range() {
        assertThatThrownBy(() -> Probes.check("hessian", Map.of("steps", 0.5)))
                .isInstanceOf(Invalid.class)
                .hasMessageContaining("options.steps")
                .hasMessageContaining("1 to 500");
    }

    @Test
    void every_kind_takes_its_defaults() {
        for (String kind : Probes.kinds()) {
            Probes.check(kind, Map.of());
        }

        assertThat(Probes.kinds()).containsExactly("hessian", "noise-scale", "fisher");
    }

    private static float[] gradientOf(int image, Tensors state) {
        Subject subject = Factorial.subject(LINEAR, 1);
        float[] gradient = new float[10];
        try (Session session = subject.open(1)) {
            session.restore(state);
            subject.batches(new int[] {image}, 1).forEach(batch -> session.step(batch, MeanGradient.NOTHING));
            session.readGradient(gradient);
        }
        return gradient;
    }

    private static List<Measurement> measured(String kind, Map<String, Double> options) {
        return measured(kind, options, 0);
    }

    private static List<Measurement> measured(String kind, Map<String, Double> options, int iteration) {
        return measured(kind, options, iteration, KNOWS_NOTHING);
    }

    private static List<Measurement> measured(String kind, Map<String, Double> options, int iteration, Tensors state) {
        var sink = new Measurements();
        listener(new Probe(kind, List.of(iteration), options), sink).reached(iteration, session(state));
        return sink.all;
    }

    private static ProbeListener listener(Probe probe, TelemetrySink sink) {
        return new ProbeListener(List.of(probe), Factorial.subject(LINEAR, 8), Optional.empty(), SCHEDULE, sink);
    }

    private static Session session(Tensors state) {
        Network network = LINEAR;
        Session session = Factorial.subject(network, 8).open(8);
        session.restore(state);
        return session;
    }

    private static List<Double> values(List<Measurement> measured, String name) {
        return measured.stream()
                .filter(measurement -> measurement.name().equals(name))
                .findFirst()
                .orElseThrow()
                .values();
    }

    private static final class Measurements implements TelemetrySink {
        private final List<Measurement> all = new ArrayList<>();

        @Override
        public void row(TelemetryBatch.Row row) {
            throw new AssertionError("a probe told a row");
        }

        @Override
        public void evaluation(TelemetryBatch.Evaluation evaluation) {
            throw new AssertionError("a probe told an evaluation");
        }

        @Override
        public void measurement(Measurement measurement) {
            all.add(measurement);
        }
    }
}
