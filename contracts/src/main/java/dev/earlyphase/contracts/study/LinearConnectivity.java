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
 * Linear mode connectivity (Frankle et al. 2020): two or more children of W_k that see the data in different orders are
 * trained to the end, and the network is scored along the straight line between each two of them. The error barrier is
 * the highest error on the line less the mean of that at its ends.
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record LinearConnectivity(
        Recipe recipe,
        String name,
        NetworkName network,
        DataSetName dataset,
        List<Long> seeds,

        @JsonPropertyDescription("Moments k from which the children part")
        List<Moment> rewind,

        @JsonPropertyDescription("Children of each k, each with a data order of its own")
        Integer orders,

        @JsonPropertyDescription("Points of a line that are scored, both ends included")
        Integer points,

        @JsonPropertyDescription(
                "Training images by which a point is scored and its batch-norm statistics are estimated")
        Integer examples,

        TrainingOptions training,
        Initialisation initialisation,
        Observe observe,
        Scheduling scheduling)
        implements StudyRequest {
    private static final List<Moment> USUAL =
            List.of(Moment.START, Moment.ofIterations(500), Moment.ofIterations(2_000));

    public LinearConnectivity {
        recipe = Fields.recipe(recipe, Recipe.LINEAR_CONNECTIVITY);
        name = Fields.name(name, recipe, network, dataset);
        seeds = Fields.seeds(seeds);
        rewind = Fields.distinct(rewind, USUAL, "rewind", "a moment");
        orders = orders == null ? 2 : orders;
        Check.that(orders >= 2 && orders <= 10, "orders", orders, "a whole number from 2 to 10");
        points = points == null ? 30 : points;
        Check.that(points >= 2 && points <= 1_000, "points", points, "a whole number from 2 to 1000");
        examples = examples == null ? 5_120 : examples;
        Check.atLeast(1, examples, "examples");
        training = training == null ? TrainingOptions.DEFAULT : training;
        observe = observe == null ? Observe.DEFAULT : observe;
        scheduling = scheduling == null ? Scheduling.DEFAULT : scheduling;
    }
}
