package dev.earlyphase.contracts.study;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonInclude;

import dev.earlyphase.contracts.catalog.DataSetName;
import dev.earlyphase.contracts.catalog.NetworkName;
import dev.earlyphase.contracts.trial.Initialisation;
import dev.earlyphase.contracts.trial.Moment;
import dev.earlyphase.contracts.trial.Task;

/**
 * Critical periods (Achille et al. 2019): a deficit in the training data lasts from t0 to t1, then training goes on
 * without it to the same end; the final accuracy is drawn against t1, and the trace of the Fisher information over
 * training.
 *
 * @param name default "RECIPE NETWORK on DATASET"
 * @param seeds one or more, different ones
 * @param deficit default blur
 * @param from t0; default 0it
 * @param until moments t1, each after {@code from} and not after the end; default six of equal distance
 * @param training default: as the papers train the network
 * @param initialisation of batch-norm scales; default ones
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record CriticalPeriod(
        Recipe recipe,
        String name,
        NetworkName network,
        DataSetName dataset,
        List<Long> seeds,
        Task deficit,
        Moment from,
        List<Moment> until,
        TrainingOptions training,
        Initialisation initialisation,
        Observe observe,
        Scheduling scheduling)
        implements StudyRequest {
    public CriticalPeriod {
        recipe = Fields.recipe(recipe, Recipe.CRITICAL_PERIOD);
        name = Fields.name(name, recipe, network, dataset);
        seeds = Fields.seeds(seeds);
        deficit = deficit == null ? new Task("blur") : deficit;
        from = from == null ? Moment.START : from;
        until = until == null ? null : Fields.distinct(until, List.of(), "until", "a moment");
        training = training == null ? TrainingOptions.DEFAULT : training;
        observe = observe == null ? Observe.DEFAULT : observe;
        scheduling = scheduling == null ? Scheduling.DEFAULT : scheduling;
    }
}
