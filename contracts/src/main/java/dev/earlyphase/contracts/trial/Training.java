package dev.earlyphase.contracts.trial;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonInclude;

import dev.earlyphase.contracts.catalog.DataSetName;
import dev.earlyphase.contracts.error.Check;

/**
 * How a network is trained: SGD with momentum (no Nesterov), weight decay on every parameter, step-wise decay.
 *
 * @param end the last moment; training stops there
 * @param batchSize images a batch; the last batch of an epoch may be smaller
 * @param learningRate before any milestone
 * @param momentum 0 for none
 * @param weightDecay added to the gradient of every parameter as weightDecay x parameter
 * @param milestones moments at which the learning rate is multiplied by {@code decay}, ascending
 * @param decay factor at a milestone
 * @param warmup the learning rate rises linearly from 0 until this moment
 * @param augment random horizontal flip and random crop with 4 pixels of padding
 * @param trainExamples use only the first so many training images; null for all
 * @param precision of forward and backward pass; null for fp32
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Training(
        Moment end,
        int batchSize,
        double learningRate,
        double momentum,
        double weightDecay,
        List<Moment> milestones,
        double decay,
        Moment warmup,
        boolean augment,
        Integer trainExamples,
        Precision precision) {
    public Training {
        Check.given(end, "end", "a moment such as 160ep");
        Check.atLeast(1, batchSize, "batchSize");
        Check.positive(learningRate, "learningRate");
        Check.that(momentum >= 0 && momentum < 1, "momentum", momentum, "a number of at least 0 and below 1");
        Check.notNegative(weightDecay, "weightDecay");
        milestones = milestones == null ? List.of() : List.copyOf(milestones);
        Check.that(decay > 0 && decay <= 1, "decay", decay, "a number above 0 and at most 1");
        warmup = warmup == null ? Moment.START : warmup;
        precision = precision == null ? Precision.FP32 : precision;
    }

    /** Iterations in an epoch: the number of batches, the last one perhaps partial. */
    public int iterationsPerEpoch(DataSetName dataset) {
        int examples = dataset.examples(trainExamples);
        Check.that(
                batchSize <= examples, "batchSize", batchSize, "1 to " + examples + ", the number of training images");
        return Math.ceilDiv(examples, batchSize);
    }

    /**
     * The same training with every moment in iterations; refuses an end at 0, milestones that do not ascend or do not
     * lie inside the run, and a warm-up that does not end inside it.
     */
    public Training inIterations(DataSetName dataset) {
        int perEpoch = iterationsPerEpoch(dataset);
        int last = end.iteration(perEpoch);
        Check.that(last >= 1, "end", end, "a moment after 0it");
        int previous = 0;
        for (int i = 0; i < milestones.size(); i++) {
            int milestone = milestones.get(i).iteration(perEpoch);
            Check.that(
                    milestone > previous && milestone < last,
                    "milestones[" + i + "]",
                    milestones.get(i),
                    "ascending moments after 0it and before the end, " + end);
            previous = milestone;
        }
        Check.that(warmup.iteration(perEpoch) <= last, "warmup", warmup, "a moment not after the end, " + end);
        return new Training(
                Moment.ofIterations(last),
                batchSize,
                learningRate,
                momentum,
                weightDecay,
                milestones.stream().map(m -> m.inIterations(perEpoch)).toList(),
                decay,
                warmup.inIterations(perEpoch),
                augment,
                trainExamples,
                precision);
    }
}
