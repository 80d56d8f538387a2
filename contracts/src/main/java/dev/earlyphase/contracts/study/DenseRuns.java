package dev.earlyphase.contracts.study;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonInclude;

import dev.earlyphase.contracts.catalog.DataSetName;
import dev.earlyphase.contracts.catalog.NetworkName;
import dev.earlyphase.contracts.trial.Initialisation;

/**
 * For each seed one dense run, observed as the recipe asks: {@code dense} (Table A1 of the paper), {@code telemetry} (its
 * Figures 2 and 3), {@code hessian}, {@code noise-scale} and {@code mask-convergence}.
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record DenseRuns(
        Recipe recipe,
        String name,
        NetworkName network,
        DataSetName dataset,
        List<Long> seeds,
        TrainingOptions training,
        Initialisation initialisation,
        Observe observe,
        Scheduling scheduling)
        implements StudyRequest {
    public DenseRuns {
        recipe = Fields.recipe(
                recipe, Recipe.DENSE, Recipe.TELEMETRY, Recipe.HESSIAN, Recipe.NOISE_SCALE, Recipe.MASK_CONVERGENCE);
        name = Fields.name(name, recipe, network, dataset);
        seeds = Fields.seeds(seeds);
        training = training == null ? TrainingOptions.DEFAULT : training;
        observe = observe == null ? Observe.DEFAULT : observe;
        scheduling = scheduling == null ? Scheduling.DEFAULT : scheduling;
    }
}
