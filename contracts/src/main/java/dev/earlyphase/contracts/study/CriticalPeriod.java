package dev.earlyphase.contracts.study;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;

import dev.earlyphase.contracts.catalog.DataSetName;
import dev.earlyphase.contracts.catalog.NetworkName;
import dev.earlyphase.contracts.trial.Initialisation;
import dev.earlyphase.contracts.trial.Moment;
import dev.earlyphase.contracts.trial.Task;

/**
 * Critical periods (Achille et al. 2019): a deficit in the training data lasts from t0 to t1, then training goes on
 * without it to the same end; the final accuracy is drawn against t1, and the trace of the Fisher information over
 * training.
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record CriticalPeriod(
        Recipe recipe,
        String name,
        NetworkName network,
        DataSetName dataset,
        List<Long> seeds,

        @JsonPropertyDescription("The altered task; it must have the classes of the data set")
        Task deficit,

        @JsonPropertyDescription("t0, when the deficit begins")
        Moment from,

        @JsonPropertyDescription(
                "Moments t1 when the deficit ends, each after from and not after the end; by default six at equal distances")
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
