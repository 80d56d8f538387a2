package dev.earlyphase.core.telemetry;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

import dev.earlyphase.contracts.event.TelemetryBatch.Row;
import dev.earlyphase.contracts.event.TelemetryBatch.Scalars;
import dev.earlyphase.contracts.trial.Observations;
import dev.earlyphase.core.engine.Session;
import dev.earlyphase.core.network.Flatten;
import dev.earlyphase.core.network.ImageShape;
import dev.earlyphase.core.network.Linear;
import dev.earlyphase.core.network.Network;
import dev.earlyphase.core.network.Parameter;
import dev.earlyphase.core.network.Relu;
import dev.earlyphase.core.reference.ReferenceEngine;
import dev.earlyphase.core.training.Attempt;
import dev.earlyphase.core.training.SmallTrials;
import dev.earlyphase.core.training.Snapshot;
import dev.earlyphase.core.training.Step;
import dev.earlyphase.core.training.TrainingListener;
import dev.earlyphase.weights.Mask;
import dev.earlyphase.weights.Shape;
import dev.earlyphase.weights.Tensor;
import dev.earlyphase.weights.Tensors;
import dev.earlyphase.weights.statistics.Comparison;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

class WeightTelemetryTest {
    private static final Observations ALWAYS = new Observations(List.of(), 1_000, 1, 1_000);

    /** 700 and 130 prunable weights: more and less than a block of the fast pass, and neither a multiple of it. */
    private static final Network NETWORK = new Network(
            "two",
            new ImageShape(1, 7, 10),
            13,
            List.of(new Flatten(), new Linear("a", 70, 10), new Relu(), new Linear("b", 10, 13)));

    @Property(tries = 50)
    void scalars_agree_with_the_plain_statistics_of_the_survivors(@ForAll Random random) {
        Tensors initial = randomState(random, 1);
        Mask mask = randomMask(random);
        Tensors now = mask.apply(moved(initial, random));
        Tensors gradient = randomState(random, 0.01);

        Scalars all = row(mask, initial, now, gradient).all();

        Comparison expected = Comparison.pooled(now, initial, mask);
        assertThat(all.signsChanged()).isEqualTo(expected.signChangedShare());
        assertThat(all.distance()).isCloseTo(expected.l2Distance(), within(1e-5));
        assertThat(all.cosine()).isCloseTo(expected.cosineSimilarity(), within(1e-6));
        assertThat(all.weightMeanMagnitude()).isCloseTo(meanMagnitude(now, mask), within(1e-9));
        assertThat(all.gradientMeanMagnitude()).isCloseTo(meanMagnitude(gradient, mask), within(1e-9));
        assertThat(all.gradientL2()).isCloseTo(l2(gradient, mask), within(1e-9));
    }

    @Property(tries = 20)
    void layers_are_seen_each_on_its_own(@ForAll Random random) {
        Tensors initial = randomState(random, 1);
        Mask mask = randomMask(random);
        Tensors now = mask.apply(moved(initial, random));

        List<Scalars> layers = row(mask, initial, now, initial).layers();

        assertThat(layers).hasSize(2);
        Comparison second = Comparison.of(
                now.get("b.weight").values(), initial.get("b.weight").values(), mask.survivors("b.weight"));
        assertThat(layers.get(1).distance()).isCloseTo(second.l2Distance(), within(1e-5));
        assertThat(layers.get(1).signsChanged()).isEqualTo(second.signChangedShare());
    }

    @Property(tries = 20)
    void the_weights_that_are_followed_are_shown_by_name(@ForAll Random random) {
        Tensors initial = randomState(random, 1);
        Mask mask = randomMask(random);
        Tensors now = mask.apply(moved(initial, random));

        List<Double> traced = row(mask, initial, now, initial).traced();

        List<Double> expected = TracedWeights.of(NETWORK, Optional.of(mask), 1).names().stream()
                .map(name -> value(now, name))
                .toList();
        assertThat(traced).hasSize(10).isEqualTo(expected).doesNotContain(0.0);
    }

    @Test
    void at_the_start_nothing_has_moved() {
        Tensors initial = randomState(new Random(1), 1);
        Mask mask = randomMask(new Random(2));

        Scalars all = row(mask, initial, mask.apply(initial), initial).all();

        assertThat(all.signsChanged()).isZero();
        assertThat(all.distance()).isZero();
        assertThat(all.cosine()).isCloseTo(1, within(1e-12));
    }

    @Test
    void a_value_that_is_not_finite_is_null() {
        Tensors initial = randomState(new Random(1), 1);
        Tensors broken = initial.with(new Tensor("a.weight", Shape.of(10, 70), filled(700, Float.NaN)));

        Scalars all = row(randomMask(new Random(2)), initial, broken, broken).all();

        assertThat(all.weightMeanMagnitude()).isNull();
        assertThat(all.gradientL2()).isNull();
        assertThat(all.cosine()).isNull();
    }

    @Test
    void a_row_shows_the_weights_before_their_update_with_the_gradient_and_loss_they_gave() {
        Observations sparse = new Observations(List.of(), 2, 4, 1_000);
        var spec = SmallTrials.spec(10);
        Snapshot start = Snapshot.initial(spec, SmallTrials.NETWORK);
        TelemetryLog log = new TelemetryLog();
        List<Step> steps = new ArrayList<>();
        TrainingListener stepped = new TrainingListener() {
            @Override
            public void stepped(Step step, Session session) {
                steps.add(step);
            }
        };
        TracedWeights traced = TracedWeights.of(SmallTrials.NETWORK, Optional.empty(), spec.seed());
        var telemetry = new WeightTelemetry(SmallTrials.NETWORK, Optional.empty(), start.state(), traced, sparse, log);

        new Attempt(spec, SmallTrials.NETWORK, SmallTrials.DATA, Optional.empty(), start)
                .run(new ReferenceEngine(), List.of(telemetry, stepped), () -> false);

        assertThat(log.rows).extracting(Row::iteration).containsExactly(0, 1, 2, 4, 8);
        assertThat(log.rows.getFirst().all().distance()).isZero();
        assertThat(log.rows.get(1).all().distance()).isPositive();
        assertThat(log.rows.getLast().loss()).isEqualTo(steps.get(8).loss());
        assertThat(log.rows.getLast().learningRate()).isEqualTo(steps.get(8).learningRate());
    }

    private static Row row(Mask mask, Tensors initial, Tensors now, Tensors gradient) {
        TelemetryLog log = new TelemetryLog();
        TracedWeights traced = TracedWeights.of(NETWORK, Optional.of(mask), 1);
        var telemetry = new WeightTelemetry(NETWORK, Optional.of(mask), initial, traced, ALWAYS, log);
        Session session = new StillSession(flat(now), flat(gradient));
        telemetry.reached(3, session);
        telemetry.stepped(new Step(3, 1.5, 0.1), session);
        return log.rows.getFirst();
    }

    /** @param name such as {@code a.weight[17]} */
    private static double value(Tensors tensors, String name) {
        int bracket = name.indexOf('[');
        int index = Integer.parseInt(name, bracket + 1, name.length() - 1, 10);
        return tensors.get(name.substring(0, bracket)).values()[index];
    }

    private static float[] flat(Tensors tensors) {
        float[] flat = new float[NETWORK.size()];
        int to = 0;
        for (Parameter parameter : NETWORK.trainable()) {
            float[] values = tensors.get(parameter.name()).values();
            System.arraycopy(values, 0, flat, to, values.length);
            to += values.length;
        }
        return flat;
    }

    private static Tensors randomState(Random random, double scale) {
        return Tensors.of(NETWORK.parameters().stream()
                .map(parameter ->
                        new Tensor(parameter.name(), parameter.shape(), gaussian(random, parameter.elements(), scale)))
                .toList());
    }

    private static Tensors moved(Tensors from, Random random) {
        List<Tensor> tensors = new ArrayList<>();
        for (Tensor tensor : from) {
            float[] values = gaussian(random, tensor.values().length, 0.3);
            for (int i = 0; i < values.length; i++) {
                values[i] += tensor.values()[i];
            }
            tensors.add(new Tensor(tensor.name(), tensor.shape(), values));
        }
        return Tensors.of(tensors);
    }

    private static Mask randomMask(Random random) {
        Map<String, BitSet> survivors = new LinkedHashMap<>();
        Map<String, Shape> shapes = new LinkedHashMap<>();
        for (Parameter parameter : NETWORK.prunable()) {
            BitSet bits = new BitSet();
            for (int i = 0; i < parameter.elements(); i++) {
                bits.set(i, random.nextBoolean());
            }
            survivors.put(parameter.name(), bits);
            shapes.put(parameter.name(), parameter.shape());
        }
        return Mask.of(survivors, shapes);
    }

    private static double meanMagnitude(Tensors tensors, Mask mask) {
        double sum = 0;
        for (String name : mask.names()) {
            sum += mask.survivors(name).stream()
                    .mapToDouble(i -> Math.abs(tensors.get(name).values()[i]))
                    .sum();
        }
        return sum / mask.survivors();
    }

    private static double l2(Tensors tensors, Mask mask) {
        double sum = 0;
        for (String name : mask.names()) {
            sum += mask.survivors(name).stream()
                    .mapToDouble(i -> Math.pow(tensors.get(name).values()[i], 2))
                    .sum();
        }
        return Math.sqrt(sum);
    }

    private static float[] gaussian(Random random, int count, double scale) {
        float[] values = new float[count];
        for (int i = 0; i < count; i++) {
            values[i] = (float) (scale * random.nextGaussian());
        }
        return values;
    }

    private static float[] filled(int count, float value) {
        float[] values = new float[count];
        Arrays.fill(values, value);
        return values;
    }
}
