package dev.earlyphase.contracts.study;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;

import dev.earlyphase.contracts.catalog.DataSetName;
import dev.earlyphase.contracts.catalog.NetworkName;
import dev.earlyphase.contracts.trial.Initialisation;
import dev.earlyphase.contracts.trial.Moment;
import dev.earlyphase.contracts.trial.Pruning;
import dev.earlyphase.contracts.trial.Start;
import dev.earlyphase.contracts.trial.Task;

/**
 * What in the data matters (section 5 and Figures 8 and 9 of the paper). Recipe {@code pretraining}: the dense network is
 * pre-trained on an altered task for some epochs, the result taken as the initialisation, and pruned iteratively with
 * rewinding to it. Recipe {@code sparse-pretraining}: the mask is applied before pre-training; it is that of iterative
 * magnitude pruning, the same with its weights drawn anew, or as many weights at random places. Beside them stand chains
 * rewound to the moments of {@code rewind}.
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Pretraining(
        Recipe recipe,
        String name,
        NetworkName network,
        DataSetName dataset,
        List<Long> seeds,
        @JsonPropertyDescription("What is learnt first") List<Task> tasks,

        @JsonPropertyDescription("How long pre-training lasts")
        List<Moment> epochs,

        @JsonPropertyDescription("Rewinding points of the references")
        List<Moment> rewind,

        @JsonPropertyDescription("Rewinding point of the chain that gives the masks of sparse pre-training")
        Moment maskRewind,

        Integer levels,

        @JsonPropertyDescription(
                "Whether the output layer is drawn anew after pre-training or kept; always drawn where the tasks differ in classes, as rotation does")
        Start.Head head,

        @JsonPropertyDescription("Whether training begins at 0it after pre-training, or goes on in the schedule")
        Start.Counting counting,

        TrainingOptions training,
        Pruning pruning,
        Initialisation initialisation,
        Start.Momentum rewindMomentum,
        Start.BatchNorm rewindBatchNorm,
        Start.Schedule rewindSchedule,
        Observe observe,
        Scheduling scheduling)
        implements IterativePruning {
    private static final List<Task> TASKS =
            List.of(new Task("random-labels"), new Task("rotation"), new Task("blur"), new Task("blur-rotation"));
    private static final List<Moment> EPOCHS =
            List.of(2, 5, 10, 20, 40).stream().map(Moment::ofEpochs).toList();
    private static final List<Moment> REFERENCES = List.of(Moment.START, Moment.ofIterations(500));

    public Pretraining {
        recipe = Fields.recipe(recipe, Recipe.PRETRAINING, Recipe.SPARSE_PRETRAINING);
        name = Fields.name(name, recipe, network, dataset);
        seeds = Fields.seeds(seeds);
        tasks = Fields.distinct(tasks, TASKS, "tasks", "a task");
        epochs = Fields.distinct(epochs, EPOCHS, "epochs", "a moment such as 40ep");
        rewind = Fields.distinct(rewind, REFERENCES, "rewind", "a moment");
        maskRewind = maskRewind == null ? Moment.ofIterations(500) : maskRewind;
        levels = Fields.levels(levels, 0);
        head = head == null ? Start.Head.REDRAWN : head;
        counting = counting == null ? Start.Counting.ANEW : counting;
        pruning = pruning == null ? Pruning.DEFAULT : pruning;
        training = training == null ? TrainingOptions.DEFAULT : training;
        observe = observe == null ? Observe.DEFAULT : observe;
        scheduling = scheduling == null ? Scheduling.DEFAULT : scheduling;
    }
}
