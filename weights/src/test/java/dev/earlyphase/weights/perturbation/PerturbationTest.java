package dev.earlyphase.weights.perturbation;

import java.util.Arrays;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import dev.earlyphase.weights.Mask;
import dev.earlyphase.weights.Sequences;
import dev.earlyphase.weights.Shape;
import dev.earlyphase.weights.Tensor;
import dev.earlyphase.weights.Tensors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

class PerturbationTest {

    private static final Sequences SEQUENCES = new Sequences(7);
    private static final int MANY = 200_000;

    @Test
    void there_are_these_kinds() {
        assertThat(Perturbations.kinds())
                .containsExactly(
                        "magnitudes-of-initialisation",
                        "magnitudes-redrawn",
                        "signs-of-initialisation",
                        "shuffle-global",
                        "shuffle-layer",
                        "shuffle-filter",
                        "shuffle-layer-same-sign",
                        "shuffle-filter-same-sign",
                        "shuffle-magnitudes-signs-of-initialisation",
                        "noise",
                        "redrawn");
    }

    @Test
    void a_kind_that_does_not_exist_is_not_found() {
        assertThat(Perturbations.named("shuffle")).isEmpty();
    }

    @Test
    void magnitudes_of_initialisation_come_under_the_signs_of_iteration_k() {
        SubNetwork state = state(new float[] {1, -2, 0, 4}, new float[] {-10, 20, -30, -0f});

        float[] perturbed = apply("magnitudes-of-initialisation", state);

        assertThat(perturbed).containsExactly(10, -20, 30, 0);
    }

    @Test
    void magnitudes_of_iteration_k_come_under_the_signs_of_initialisation() {
        SubNetwork state = state(new float[] {1, -2, 0, 4}, new float[] {-10, 20, -30, -0f});

        float[] perturbed = apply("signs-of-initialisation", state);

        assertThat(perturbed).containsExactly(-1, 2, 0, 4);
    }

    @Test
    void redrawn_magnitudes_have_the_layer_s_deviation_and_the_signs_of_iteration_k() {
        SubNetwork state = large(-1, 0.25);

        float[] perturbed = apply("magnitudes-redrawn", state);

        assertThat(rootMeanSquare(perturbed)).isCloseTo(0.25, within(0.0025));
        for (float value : perturbed) {
            assertThat(value).isNotPositive();
        }
    }

    @Test
    void redrawn_weights_have_the_layer_s_deviation_whatever_they_were() {
        float[] perturbed = apply("redrawn", large(100, 0.25));

        assertThat(rootMeanSquare(perturbed)).isCloseTo(0.25, within(0.0025));
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.5, 1, 2, 3})
    void noise_of_n_deviations_has_that_effective_deviation(double n) {
        SubNetwork state = large(1, 0.0766);

        Tensors noisy = rule("noise").apply(state, n, SEQUENCES);

        assertThat(EffectiveDeviation.of(state.weights(), noisy, state.mask()))
                .isCloseTo(n * 0.0766, within(n * 0.000766));
    }

    @Test
    void a_global_shuffle_has_the_effective_deviation_of_two_independent_draws() {
        SubNetwork state = gaussian();

        Tensors shuffled = rule("shuffle-global").apply(state, 0, SEQUENCES);

        double deviation = EffectiveDeviation.of(zeros(state.weights()), state.weights(), state.mask());
        assertThat(EffectiveDeviation.of(state.weights(), shuffled, state.mask()))
                .isCloseTo(Math.sqrt(2) * deviation, within(0.01 * deviation));
    }

    @Test
    void a_global_shuffle_does_not_depend_on_the_order_of_the_tensors() {
        Tensor a = new Tensor("a", Shape.of(3), new float[] {1, 2, 3});
        Tensor b = new Tensor("b", Shape.of(3), new float[] {4, 5, 6});

        Tensors forwards = rule("shuffle-global").apply(state(Tensors.of(a, b)), 0, SEQUENCES);
        Tensors backwards = rule("shuffle-global").apply(state(Tensors.of(b, a)), 0, SEQUENCES);

        assertThat(forwards.get("a")).isEqualTo(backwards.get("a"));
        assertThat(forwards.get("b")).isEqualTo(backwards.get("b"));
    }

    @ParameterizedTest
    @MethodSource("dev.earlyphase.weights.perturbation.Perturbations#kinds")
    void tensors_that_the_mask_does_not_cover_pass_unchanged(String kind) {
        Tensor bias = new Tensor("bias", Shape.of(2), new float[] {Float.NaN, -0f});
        SubNetwork given = state(new float[] {1, -2}, new float[] {3, 4});
        var state = new SubNetwork(given.weights().with(bias), given.mask(), given.initial(), given.initialDeviation());

        Tensors perturbed = rule(kind).apply(state, scale(kind), SEQUENCES);

        assertThat(perturbed.get("bias")).isSameAs(bias);
    }

    @Test
    void only_noise_takes_a_scale_and_names_it() {
        assertThat(Perturbations.kinds().stream().filter(kind -> rule(kind).takesScale()))
                .containsExactly("noise");
        assertThat(rule("noise").label(0.5)).isEqualTo("noise 0.5");
        assertThat(rule("noise").label(3)).isEqualTo("noise 3");
        assertThat(rule("shuffle-layer").label(0)).isEqualTo("shuffle-layer");
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, -1, Double.NaN, Double.POSITIVE_INFINITY})
    void noise_without_a_positive_scale_is_refused(double scale) {
        assertThatThrownBy(() -> rule("noise").apply(gaussian(), scale, SEQUENCES))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the scale of 'noise' is " + scale + "; allowed: a finite number above 0");
    }

    @Test
    void a_scale_for_a_rule_that_takes_none_is_refused() {
        assertThatThrownBy(() -> rule("shuffle-layer").apply(gaussian(), 2, SEQUENCES))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the scale of 'shuffle-layer' is 2.0; allowed: only 0, it takes none");
    }

    @Test
    void a_covered_tensor_without_its_initial_deviation_is_refused_by_name() {
        Tensors weights = Tensors.of(new Tensor("w", Shape.of(1), new float[] {1}));

        assertThatThrownBy(() -> new SubNetwork(weights, Mask.dense(weights), weights, Map.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the initial standard deviation of 'w' is null; allowed: a finite number of 0 or more");
    }

    private static PerturbationRule rule(String kind) {
        return Perturbations.named(kind).orElseThrow();
    }

    private static double scale(String kind) {
        return rule(kind).takesScale() ? 1 : 0;
    }

    private static float[] apply(String kind, SubNetwork state) {
        return rule(kind).apply(state, scale(kind), SEQUENCES).get("w").values();
    }

    private static SubNetwork state(float[] now, float[] initial) {
        Tensors weights = Tensors.of(new Tensor("w", Shape.of(now.length), now));
        return new SubNetwork(
                weights,
                Mask.dense(weights),
                Tensors.of(new Tensor("w", Shape.of(now.length), initial)),
                Map.of("w", 1.0));
    }

    private static SubNetwork state(Tensors weights) {
        return new SubNetwork(weights, Mask.dense(weights), weights, Map.of("a", 1.0, "b", 1.0));
    }

    private static SubNetwork large(float value, double deviation) {
        var values = new float[MANY];
        Arrays.fill(values, value);
        Tensors weights = Tensors.of(new Tensor("w", Shape.of(MANY), values));
        return new SubNetwork(weights, Mask.dense(weights), weights, Map.of("w", deviation));
    }

    private static SubNetwork gaussian() {
        return state(Tensors.of(gaussian("a", 0.2722), gaussian("b", 0.0589)));
    }

    private static Tensor gaussian(String name, double deviation) {
        Randomness draws = new Sequences(1).apply(name);
        var values = new float[MANY / 2];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) (deviation * draws.normal());
        }
        return new Tensor(name, Shape.of(values.length), values);
    }

    private static Tensors zeros(Tensors like) {
        Tensors zeros = Tensors.of();
        for (Tensor tensor : like) {
            zeros = zeros.with(new Tensor(tensor.name(), tensor.shape(), new float[tensor.values().length]));
        }
        return zeros;
    }

    private static double rootMeanSquare(float[] values) {
        double squares = 0;
        for (float value : values) {
            squares += (double) value * value;
        }
        return Math.sqrt(squares / values.length);
    }
}
