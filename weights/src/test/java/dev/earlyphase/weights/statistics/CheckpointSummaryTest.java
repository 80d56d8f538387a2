package dev.earlyphase.weights.statistics;

import java.util.NoSuchElementException;

import org.junit.jupiter.api.Test;

import dev.earlyphase.weights.Mask;
import dev.earlyphase.weights.Shape;
import dev.earlyphase.weights.Tensor;
import dev.earlyphase.weights.Tensors;
import dev.earlyphase.weights.pruning.GlobalMagnitude;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

class CheckpointSummaryTest {

    private final Tensors weights = SyntheticCheckpoint.of("resnet20");
    private final Tensors start = SyntheticCheckpoint.earlier(weights, 0.3);
    private final Tensors initial = SyntheticCheckpoint.earlier(weights, 1);
    private final Mask mask = new GlobalMagnitude(0.2)
            .prune(weights, Mask.dense(SyntheticCheckpoint.prunable(weights)))
            .mask();

    @Test
    void each_tensor_has_the_statistics_that_it_has_by_itself() {
        CheckpointSummary summary = CheckpointSummary.of(weights, mask, start, initial);

        assertThat(summary.tensors().stream().map(TensorSummary::name)).containsExactlyElementsOf(weights.names());
        for (TensorSummary tensor : summary.tensors()) {
            String name = tensor.name();
            float[] values = weights.get(name).values();
            var survivors = mask.covers(name) ? mask.survivors(name) : null;
            assertThat(tensor.covered()).isEqualTo(mask.covers(name));
            assertThat(tensor.distribution()).isEqualTo(Distribution.of(values, survivors));
            assertThat(tensor.start())
                    .isEqualTo(Comparison.of(values, start.get(name).values(), survivors));
            assertThat(tensor.initial())
                    .isEqualTo(Comparison.of(values, initial.get(name).values(), survivors));
            assertThat(tensor.fit()).isEqualTo(GaussianFit.of(values, survivors));
            assertThat(tensor.filters().isPresent()).isEqualTo(mask.covers(name));
        }
    }

    @Test
    void the_covered_tensors_are_pooled_as_if_they_were_one() {
        TensorSummary pooled =
                CheckpointSummary.of(weights, mask, start, initial).pooled();

        Distribution expected = Distribution.pooled(weights, mask);
        assertThat(pooled.distribution().count()).isEqualTo(mask.survivors());
        assertThat(pooled.distribution().quantiles()).isEqualTo(expected.quantiles());
        assertThat(pooled.distribution().histogram()).isEqualTo(expected.histogram());
        assertThat(pooled.distribution().mean()).isCloseTo(expected.mean(), within(1e-12));
        assertThat(pooled.distribution().excessKurtosis()).isCloseTo(expected.excessKurtosis(), within(1e-9));
        assertThat(pooled.start().l2Distance())
                .isCloseTo(Comparison.pooled(weights, start, mask).l2Distance(), within(1e-9));
        assertThat(pooled.fit().distance())
                .isCloseTo(GaussianFit.of(Survivors.pooled(weights, mask), null).distance(), within(1e-12));
    }

    @Test
    void a_checkpoint_compared_with_itself_has_not_moved() {
        TensorSummary pooled =
                CheckpointSummary.of(weights, mask, weights, weights).pooled();

        assertThat(pooled.start().l2Distance()).isZero();
        assertThat(pooled.start().signChangedShare()).isZero();
        assertThat(pooled.initial().cosineSimilarity()).isCloseTo(1, within(1e-12));
    }

    @Test
    void an_earlier_state_without_one_of_the_tensors_is_refused() {
        Tensors other = Tensors.of(new Tensor("w", Shape.of(1), new float[1]));

        assertThatThrownBy(() -> CheckpointSummary.of(weights, mask, other, initial))
                .isInstanceOf(NoSuchElementException.class)
                .hasMessageContaining("no tensor 'conv.weight'");
    }
}
