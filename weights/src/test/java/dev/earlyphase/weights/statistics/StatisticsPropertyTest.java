package dev.earlyphase.weights.statistics;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.DoubleStream;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.FloatRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.domains.Domain;
import net.jqwik.api.domains.DomainContext;
import org.assertj.core.data.Offset;

import dev.earlyphase.weights.Generated;
import dev.earlyphase.weights.Mask;
import dev.earlyphase.weights.Tensor;
import dev.earlyphase.weights.Tensors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

@Domain(Generated.class)
@Domain(DomainContext.Global.class)
class StatisticsPropertyTest {

    private static final Offset<Double> ROUNDING = within(1e-9);

    @Property
    void a_distribution_equals_its_naive_computation(
            @ForAll @Size(min = 2, max = 200) List<@FloatRange(min = -10, max = 10) Float> values) {
        double n = values.size();
        double mean = sum(values, 1) / n;

        Distribution distribution = Distribution.of(array(values), null);

        assertThat(distribution.mean()).isCloseTo(mean, ROUNDING);
        assertThat(distribution.standardDeviation()).isCloseTo(Math.sqrt(central(values, mean, 2)), ROUNDING);
        assertThat(distribution.l2()).isCloseTo(Math.sqrt(sum(values, 2)), ROUNDING);
        assertThat(distribution.l1()).isCloseTo(doubles(values).map(Math::abs).sum(), ROUNDING);
        assertThat(distribution.meanMagnitude()).isCloseTo(distribution.l1() / n, ROUNDING);
        assertThat(distribution.zeros())
                .isEqualTo(doubles(values).filter(v -> v == 0).count());
        assertThat(distribution.positiveShare())
                .isEqualTo(doubles(values).filter(v -> v > 0).count() / n);
    }

    @Property
    void quantiles_ascend_from_the_minimum_to_the_maximum(
            @ForAll @Size(min = 1, max = 50) List<@FloatRange(min = -10, max = 10) Float> values) {
        Distribution distribution = Distribution.of(array(values), null);

        assertThat(distribution.quantiles()).isSorted();
        assertThat(distribution.quantiles().getFirst()).isEqualTo(distribution.minimum());
        assertThat(distribution.quantiles().getLast()).isEqualTo(distribution.maximum());
    }

    @Property
    void every_value_falls_into_one_bin(@ForAll Generated.Masked given) {
        Distribution distribution = Distribution.pooled(given.weights(), given.mask());

        assertThat(distribution.histogram().counts().stream()
                        .mapToLong(Long::longValue)
                        .sum())
                .isEqualTo(distribution.count());
        assertThat(distribution.count()).isEqualTo(given.mask().survivors());
    }

    @Property
    void every_number_is_finite_whatever_the_weights(@ForAll List<Float> values) {
        values.addAll(List.of(Float.NaN, Float.MAX_VALUE, -Float.MAX_VALUE, Float.MIN_VALUE));

        Distribution distribution = Distribution.of(array(values), null);

        assertThat(List.of(
                        distribution.mean(),
                        distribution.standardDeviation(),
                        distribution.l2(),
                        distribution.skewness(),
                        distribution.excessKurtosis(),
                        distribution.histogram().lower()))
                .allMatch(Double::isFinite);
    }

    @Property
    void pooled_tensors_are_as_one_tensor_of_all_their_survivors(@ForAll Generated.Masked given) {
        float[] survivors = survivors(given.weights(), given.mask());

        Distribution pooled = Distribution.pooled(given.weights(), given.mask());

        assertThat(pooled).isEqualTo(Distribution.of(survivors, null));
    }

    @Property
    void a_pooled_comparison_is_as_one_of_all_survivors(@ForAll Generated.Masked given) {
        Tensors then = opposite(given.weights());

        Comparison pooled = Comparison.pooled(given.weights(), then, given.mask());

        assertThat(pooled)
                .isEqualTo(
                        Comparison.of(survivors(given.weights(), given.mask()), survivors(then, given.mask()), null));
    }

    private static Tensors opposite(Tensors weights) {
        var opposite = new ArrayList<Tensor>();
        for (Tensor tensor : weights) {
            var values = new float[tensor.values().length];
            for (int i = 0; i < values.length; i++) {
                values[i] = -tensor.values()[i];
            }
            opposite.add(new Tensor(tensor.name(), tensor.shape(), values));
        }
        return Tensors.of(opposite);
    }

    private static float[] survivors(Tensors weights, Mask mask) {
        var survivors = new ArrayList<Float>();
        for (Tensor tensor : weights) {
            mask.survivors(tensor.name()).stream().forEach(i -> survivors.add(tensor.values()[i]));
        }
        return array(survivors);
    }

    private static double central(List<Float> values, double mean, int power) {
        return doubles(values).map(v -> Math.pow(v - mean, power)).sum() / values.size();
    }

    private static double sum(List<Float> values, int power) {
        return doubles(values).map(v -> Math.pow(v, power)).sum();
    }

    private static DoubleStream doubles(List<Float> values) {
        return values.stream().mapToDouble(Float::doubleValue);
    }

    private static float[] array(List<Float> values) {
        var array = new float[values.size()];
        for (int i = 0; i < array.length; i++) {
            array[i] = values.get(i);
        }
        return array;
    }
}
