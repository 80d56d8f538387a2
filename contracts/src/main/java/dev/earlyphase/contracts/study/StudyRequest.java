package dev.earlyphase.contracts.study;

import java.util.List;

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
        permits DenseRuns,
                ImpRewinding,
                PerturbedRuns,
                Pretraining,
                LinearConnectivity,
                CriticalPeriod,
                PruningAtInitialisation {
    Recipe recipe();

    /** For people; not unique. */
    String name();

    NetworkName network();

    DataSetName dataset();

    /** One or more, different ones. */
    List<Long> seeds();

    TrainingOptions training();

    /** Of batch-norm scales; null for the default. */
    Initialisation initialisation();

    Observe observe();

    Scheduling scheduling();
}
