package dev.earlyphase.contracts.study;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;

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
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record PerturbedRuns(
        Recipe recipe,
        String name,
        NetworkName network,
        DataSetName dataset,
        List<Long> seeds,

        @JsonPropertyDescription("Moments k at which weights are perturbed")
        List<Moment> rewind,

        Integer levels,

        @JsonPropertyDescription(
                "Levels from 0 to levels whose sub-networks are perturbed; by default all but 0, the dense network")
        List<Integer> perturbedLevels,

        @JsonPropertyDescription(
                "Noise with its scale in σ of the layer's initialisation, noise:0.5; by default those of the figure")
        List<Perturbation> variants,

        TrainingOptions training,
        Pruning pruning,
        Initialisation initialisation,
        Start.Momentum rewindMomentum,
        Start.BatchNorm rewindBatchNorm,
        Start.Schedule rewindSchedule,
        Observe observe,
        Scheduling scheduling)
        implements IterativePruning {
    private static final List<Moment> USUAL = List.of(Moment.ofIterations(500), Moment.ofIterations(2_000));

    public PerturbedRuns {
        recipe =
                Fields.recipe(recipe, Recipe.PERTURBATIONS, Recipe.SIGNS_AND_MAGNITUDES, Recipe.SHUFFLES, Recipe.NOISE);
        name = Fields.name(name, recipe, network, dataset);
        seeds = Fields.seeds(seeds);
        rewind = Fields.distinct(rewind, USUAL, "rewind", "a moment");
        levels = Fields.levels(levels, 1);
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
