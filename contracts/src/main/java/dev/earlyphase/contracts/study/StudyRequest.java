package dev.earlyphase.contracts.study;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;

import dev.earlyphase.contracts.catalog.DataSetName;
import dev.earlyphase.contracts.catalog.NetworkName;
import dev.earlyphase.contracts.trial.Initialisation;

/** What a user submits: a recipe by its name, with the recipe's own fields beside it. */
@JsonTypeInfo(
        use = JsonTypeInfo.Id.NAME,
        include = JsonTypeInfo.As.EXISTING_PROPERTY,
        property = "recipe",
        visible = true)
@JsonSubTypes({
    @JsonSubTypes.Type(value = DenseRuns.class, name = "dense"),
    @JsonSubTypes.Type(value = DenseRuns.class, name = "telemetry"),
    @JsonSubTypes.Type(value = ImpRewinding.class, name = "imp-rewinding"),
    @JsonSubTypes.Type(value = PerturbedRuns.class, name = "signs-and-magnitudes"),
    @JsonSubTypes.Type(value = PerturbedRuns.class, name = "shuffles"),
    @JsonSubTypes.Type(value = PerturbedRuns.class, name = "noise"),
    @JsonSubTypes.Type(value = PerturbedRuns.class, name = "perturbations"),
    @JsonSubTypes.Type(value = Pretraining.class, name = "pretraining"),
    @JsonSubTypes.Type(value = Pretraining.class, name = "sparse-pretraining"),
    @JsonSubTypes.Type(value = LinearConnectivity.class, name = "linear-connectivity"),
    @JsonSubTypes.Type(value = DenseRuns.class, name = "hessian"),
    @JsonSubTypes.Type(value = CriticalPeriod.class, name = "critical-period"),
    @JsonSubTypes.Type(value = DenseRuns.class, name = "noise-scale"),
    @JsonSubTypes.Type(value = DenseRuns.class, name = "mask-convergence"),
    @JsonSubTypes.Type(value = PruningAtInitialisation.class, name = "pruning-at-initialisation")
})
public sealed interface StudyRequest
        permits DenseRuns, IterativePruning, LinearConnectivity, CriticalPeriod, PruningAtInitialisation {
    @JsonPropertyDescription("The experiment")
    Recipe recipe();

    @JsonPropertyDescription("For people, not unique; by default RECIPE NETWORK on DATASET")
    String name();

    @JsonPropertyDescription("What is trained")
    NetworkName network();

    @JsonPropertyDescription("On what; it must have images that the network takes")
    DataSetName dataset();

    @JsonPropertyDescription(
            "One or more, different ones: one run of everything for each; figures show mean and standard deviation over them")
    List<Long> seeds();

    @JsonPropertyDescription("What is left out is as the papers train the network")
    TrainingOptions training();

    @JsonPropertyDescription(
            "How batch-norm scales are drawn; by default ones. Weights are always Kaiming-normal with fan-in")
    Initialisation initialisation();

    @JsonPropertyDescription("What is to be seen of the trials; it is no part of their identity")
    Observe observe();

    @JsonPropertyDescription("When the trials run")
    Scheduling scheduling();
}
