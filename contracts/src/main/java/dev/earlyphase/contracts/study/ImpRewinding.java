package dev.earlyphase.contracts.study;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;

import dev.earlyphase.contracts.catalog.DataSetName;
import dev.earlyphase.contracts.catalog.NetworkName;
import dev.earlyphase.contracts.error.Check;
import dev.earlyphase.contracts.trial.Initialisation;
import dev.earlyphase.contracts.trial.Moment;
import dev.earlyphase.contracts.trial.Pruning;
import dev.earlyphase.contracts.trial.Start;

/**
 * Iterative magnitude pruning with rewinding (section 2 and Figure 1 of the paper): for each seed one dense run, then
 * for each rewinding point a chain of rounds; each round prunes by the weights at the end of the one before, puts the
 * survivors back to the rewinding point and trains on to the end.
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ImpRewinding(
        Recipe recipe,
        String name,
        NetworkName network,
        DataSetName dataset,
        List<Long> seeds,

        @JsonPropertyDescription("Rewinding points k, from 0it to before the end; may be left out when levels is 0")
        List<Moment> rewind,

        Integer levels,
        TrainingOptions training,
        Pruning pruning,
        Initialisation initialisation,
        Start.Momentum rewindMomentum,
        Start.BatchNorm rewindBatchNorm,
        Start.Schedule rewindSchedule,
        Observe observe,
        Scheduling scheduling)
        implements IterativePruning {
    public ImpRewinding {
        recipe = Fields.recipe(recipe, Recipe.IMP_REWINDING);
        name = Fields.name(name, recipe, network, dataset);
        levels = Fields.levels(levels, 0);
        seeds = Fields.seeds(seeds);
        rewind = rewind == null ? List.of() : rewind;
        Check.that(levels == 0 || !rewind.isEmpty(), "rewind", rewind, "one or more moments when levels is above 0");
        rewind = Fields.distinct(rewind, "rewind", "a moment that is not in the list yet");
        pruning = pruning == null ? Pruning.DEFAULT : pruning;
        training = training == null ? TrainingOptions.DEFAULT : training;
        observe = observe == null ? Observe.DEFAULT : observe;
        scheduling = scheduling == null ? Scheduling.DEFAULT : scheduling;
    }
}
