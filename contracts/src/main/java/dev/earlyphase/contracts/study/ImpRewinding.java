package dev.earlyphase.contracts.study;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonInclude;

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
 *
 * @param name default "RECIPE NETWORK on DATASET"
 * @param seeds one or more, different ones
 * @param rewind rewinding points k, 0it &le; k &lt; end; may be left out when {@code levels} is 0
 * @param levels rounds of pruning after the dense run, 0 to 100; level L keeps about 0.8^L of the weights
 * @param training default: as the papers train the network
 * @param pruning default: 20 % of the survivors, one threshold for all layers
 * @param initialisation of batch-norm scales; default ones
 * @param rewindMomentum what becomes of momentum at the rewinding point; default zero
 * @param rewindBatchNorm what becomes of batch-norm running statistics there; default restored
 * @param rewindSchedule where the learning-rate schedule stands there; default resumed
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ImpRewinding(
        Recipe recipe,
        String name,
        NetworkName network,
        DataSetName dataset,
        List<Long> seeds,
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
        implements StudyRequest {
    public ImpRewinding {
        recipe = Fields.recipe(recipe, Recipe.IMP_REWINDING);
        name = Fields.name(name, recipe, network, dataset);
        levels = Fields.levels(levels);
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
