package dev.earlyphase.contracts.study;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonInclude;

import dev.earlyphase.contracts.catalog.DataSetName;
import dev.earlyphase.contracts.catalog.NetworkName;
import dev.earlyphase.contracts.error.Check;
import dev.earlyphase.contracts.trial.Initialisation;
import dev.earlyphase.contracts.trial.Moment;
import dev.earlyphase.contracts.trial.Perturbation;
import dev.earlyphase.contracts.trial.Pruning;
import dev.earlyphase.contracts.trial.Start;

/**
 * Perturbing the state at iteration k (section 4 and Figures 4 to 7 of the paper): for each seed and rewinding point the
 * chain of {@link ImpRewinding}, and at each perturbed level the sub-network rewound to k, its surviving weights changed,
 * trained to the end. Beside them stand the unchanged sub-networks and those of a chain rewound to 0it.
 *
 * @param name default "RECIPE NETWORK on DATASET"
 * @param seeds one or more, different ones
 * @param rewind moments k at which weights are perturbed; default 500it and 2000it
 * @param levels rounds of pruning, 1 to 100
 * @param perturbedLevels the levels whose sub-networks are perturbed; default all, 0 (the dense network) not among them
 * @param variants default: those of the recipe: {@code signs-and-magnitudes} three, {@code shuffles} six, {@code noise}
 *     four, {@code perturbations} all of these
 * @param training default: as the papers train the network
 * @param pruning default: 20 % of the survivors, one threshold for all layers
 * @param initialisation of batch-norm scales; default ones
 * @param rewindMomentum what becomes of momentum at the rewinding point; default zero
 * @param rewindBatchNorm what becomes of batch-norm running statistics there; default restored
 * @param rewindSchedule where the learning-rate schedule stands there; default resumed
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record PerturbedRuns(
        Recipe recipe,
        String name,
        NetworkName network,
        DataSetName dataset,
        List<Long> seeds,
        List<Moment> rewind,
        Integer levels,
        List<Integer> perturbedLevels,
        List<Perturbation> variants,
        TrainingOptions training,
        Pruning pruning,
        Initialisation initialisation,
        Start.Momentum rewindMomentum,
        Start.BatchNorm rewindBatchNorm,
        Start.Schedule rewindSchedule,
        Observe observe,
        Scheduling scheduling)
        implements StudyRequest {
    private static final List<Moment> USUAL = List.of(Moment.ofIterations(500), Moment.ofIterations(2_000));

    public PerturbedRuns {
        recipe =
                Fields.recipe(recipe, Recipe.PERTURBATIONS, Recipe.SIGNS_AND_MAGNITUDES, Recipe.SHUFFLES, Recipe.NOISE);
        name = Fields.name(name, recipe, network, dataset);
        seeds = Fields.seeds(seeds);
        rewind = Fields.distinct(rewind, USUAL, "rewind", "a moment");
        levels = Fields.levels(levels);
        Check.atLeast(1, levels, "levels");
        if (perturbedLevels != null) {
            perturbedLevels = Fields.distinct(perturbedLevels, List.of(), "perturbedLevels", "a level");
            for (int i = 0; i < perturbedLevels.size(); i++) {
                int level = perturbedLevels.get(i);
                Check.that(
                        level >= 0 && level <= levels,
                        "perturbedLevels[" + i + "]",
                        level,
                        "a whole number from 0 to levels, " + levels);
            }
        }
        variants = variants == null ? null : Fields.distinct(variants, List.of(), "variants", "a perturbation");
        pruning = pruning == null ? Pruning.DEFAULT : pruning;
        training = training == null ? TrainingOptions.DEFAULT : training;
        observe = observe == null ? Observe.DEFAULT : observe;
        scheduling = scheduling == null ? Scheduling.DEFAULT : scheduling;
    }
}
