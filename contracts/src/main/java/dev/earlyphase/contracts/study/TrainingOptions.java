package dev.earlyphase.contracts.study;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;

import dev.earlyphase.contracts.catalog.DataSetName;
import dev.earlyphase.contracts.catalog.NetworkName;
import dev.earlyphase.contracts.trial.Moment;
import dev.earlyphase.contracts.trial.Precision;
import dev.earlyphase.contracts.trial.Training;
import dev.earlyphase.contracts.trial.UsualTraining;

/** Training settings of a study; what is left out is as the papers train the network. See {@link Training}. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record TrainingOptions(
        @JsonPropertyDescription("The last moment; training stops there")
        Moment end,

        @JsonPropertyDescription("Images a batch; the last one of an epoch may be smaller")
        Integer batchSize,

        @JsonPropertyDescription("Before any milestone") Double learningRate,

        @JsonPropertyDescription("Of SGD, without Nesterov; 0 for none")
        Double momentum,

        @JsonPropertyDescription("Added to the gradient of every parameter as weightDecay × parameter")
        Double weightDecay,

        @JsonPropertyDescription("Ascending moments before the end at which the learning rate is multiplied by decay")
        List<Moment> milestones,

        @JsonPropertyDescription("Factor at a milestone") Double decay,

        @JsonPropertyDescription("The learning rate rises linearly from 0 until this moment")
        Moment warmup,

        @JsonPropertyDescription(
                "Random horizontal flips, and random crops with 4 pixels of padding; by default only of photographs")
        Boolean augment,

        @JsonPropertyDescription("Use only the first so many training images; by default all")
        Integer trainExamples,

        @JsonPropertyDescription("Of forward and backward pass; by default fp32")
        Precision precision) {
    public static final TrainingOptions DEFAULT =
            new TrainingOptions(null, null, null, null, null, null, null, null, null, null, null);

    /**
     * These settings completed by the network's own. The network's milestones beyond a shortened end are left out;
     * augmentation is on by default only where network and data set both have it.
     */
    public Training resolve(NetworkName network, DataSetName dataset) {
        Training usual = UsualTraining.of(network);
        Moment last = or(end, usual.end());
        int batch = or(batchSize, usual.batchSize());
        var unscheduled = new Training(
                last,
                batch,
                or(learningRate, usual.learningRate()),
                or(momentum, usual.momentum()),
                or(weightDecay, usual.weightDecay()),
                milestones,
                or(decay, usual.decay()),
                or(warmup, usual.warmup()),
                or(augment, usual.augment() && dataset.augmentable()),
                trainExamples,
                precision);
        return milestones == null
                ? withMilestones(unscheduled, usual.milestones(), dataset).inIterations(dataset)
                : unscheduled.inIterations(dataset);
    }

    private static Training withMilestones(Training training, List<Moment> milestones, DataSetName dataset) {
        int perEpoch = training.iterationsPerEpoch(dataset);
        int last = training.end().iteration(perEpoch);
        return new Training(
                training.end(),
                training.batchSize(),
                training.learningRate(),
                training.momentum(),
                training.weightDecay(),
                milestones.stream().filter(m -> m.iteration(perEpoch) < last).toList(),
                training.decay(),
                training.warmup(),
                training.augment(),
                training.trainExamples(),
                training.precision());
    }

    private static <T> T or(T given, T usual) {
        return given == null ? usual : given;
    }
}
