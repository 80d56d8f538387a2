package dev.earlyphase.contracts.study;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;

import dev.earlyphase.contracts.catalog.DataSetName;
import dev.earlyphase.contracts.catalog.NetworkName;
import dev.earlyphase.contracts.error.Check;
import dev.earlyphase.contracts.trial.Initialisation;
import dev.earlyphase.contracts.trial.Moment;

/**
 * Pruning at initialisation (Frankle et al. 2021): masks that rules find before training, each trained as found and in
 * two sanity checks, its survivors shuffled within each layer, and its weights drawn anew. Beside them stand iterative
 * magnitude pruning rewound to the same moment and the dense run.
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record PruningAtInitialisation(
        Recipe recipe,
        String name,
        NetworkName network,
        DataSetName dataset,
        List<Long> seeds,

        @JsonPropertyDescription("Which rules choose the weights")
        List<String> rules,

        @JsonPropertyDescription("Moments at which the rules look at the weights and from which training goes on")
        List<Moment> rewind,

        @JsonPropertyDescription("Shares of the weights that survive, above 0 and at most 1")
        List<Double> densities,

        @JsonPropertyDescription("Rounds of iterative magnitude pruning beside them")
        Integer levels,

        @JsonPropertyDescription("Whether the output layer is pruned too; by default as the network's authors do")
        Boolean outputLayer,

        TrainingOptions training,
        Initialisation initialisation,
        Observe observe,
        Scheduling scheduling)
        implements StudyRequest {
    private static final List<String> RULES = List.of("random", "snip", "grasp", "synflow");
    private static final List<Double> DENSITIES = List.of(0.64, 0.4096, 0.2621, 0.1678, 0.1074, 0.0687, 0.0440);

    public PruningAtInitialisation {
        recipe = Fields.recipe(recipe, Recipe.PRUNING_AT_INITIALISATION);
        name = Fields.name(name, recipe, network, dataset);
        seeds = Fields.seeds(seeds);
        rules = Fields.distinct(rules, RULES, "rules", "a pruning rule");
        rewind = Fields.distinct(rewind, List.of(Moment.START), "rewind", "a moment");
        densities = Fields.distinct(densities, DENSITIES, "densities", "a number above 0 and at most 1");
        for (int i = 0; i < densities.size(); i++) {
            double density = densities.get(i);
            Check.that(density > 0 && density <= 1, "densities[" + i + "]", density, "a number above 0 and at most 1");
        }
        levels = levels == null ? 0 : Fields.levels(levels, 0);
        training = training == null ? TrainingOptions.DEFAULT : training;
        observe = observe == null ? Observe.DEFAULT : observe;
        scheduling = scheduling == null ? Scheduling.DEFAULT : scheduling;
    }
}
