package dev.earlyphase.contracts.study;

import java.util.Arrays;
import java.util.stream.Collectors;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import com.fasterxml.jackson.annotation.JsonValue;

import dev.earlyphase.contracts.error.DomainException.Invalid;

/** The experiments that can be asked for by name. */
public enum Recipe {
    @JsonPropertyDescription("Table A1: the dense networks, trained as the paper trains them")
    DENSE("dense", "table-a1"),
    @JsonPropertyDescription("Figures 2 and 3: what the weights do in the first iterations")
    TELEMETRY("telemetry", "figure-3"),
    @JsonPropertyDescription("Figure 1: iterative magnitude pruning, rewound to several moments")
    IMP_REWINDING("imp-rewinding", "figure-1"),
    @JsonPropertyDescription("Figure 4: signs and magnitudes of the weights at k recombined with others")
    SIGNS_AND_MAGNITUDES("signs-and-magnitudes", "figure-4"),
    @JsonPropertyDescription("Figure 5: the weights at k shuffled")
    SHUFFLES("shuffles", "figure-5"),
    @JsonPropertyDescription("Figure 6: noise added to the weights at k")
    NOISE("noise", "figure-6"),
    @JsonPropertyDescription("Figures 4 to 7 at once")
    PERTURBATIONS("perturbations", "figure-7"),
    @JsonPropertyDescription("Figure 8: pre-training on tasks that lack something")
    PRETRAINING("pretraining", "figure-8"),
    @JsonPropertyDescription("Figure 9: the same with the mask applied before")
    SPARSE_PRETRAINING("sparse-pretraining", "figure-9"),
    @JsonPropertyDescription("Whether runs that share their first k iterations end in one basin (Frankle et al. 2020)")
    LINEAR_CONNECTIVITY("linear-connectivity"),
    @JsonPropertyDescription(
            "Top eigenvalues of the Hessian and the gradient's share in their subspace (Gur-Ari et al. 2018)")
    HESSIAN("hessian"),
    @JsonPropertyDescription("What a deficit in the data does while it lasts until t1 (Achille et al. 2019)")
    CRITICAL_PERIOD("critical-period"),
    @JsonPropertyDescription("The gradient noise scale (McCandlish et al. 2018)")
    NOISE_SCALE("noise-scale"),
    @JsonPropertyDescription("When the mask that pruning would find settles (You et al. 2020)")
    MASK_CONVERGENCE("mask-convergence"),
    @JsonPropertyDescription("Random, SNIP, GraSP and SynFlow, each with two sanity checks (Frankle et al. 2021)")
    PRUNING_AT_INITIALISATION("pruning-at-initialisation");

    private final String id;
    private final String figure;

    /** Beyond the paper: the figure has the recipe's name. */
    Recipe(String id) {
        this(id, id);
    }

    Recipe(String id, String figure) {
        this.id = id;
        this.figure = figure;
    }

    @JsonValue
    public String id() {
        return id;
    }

    /** The name of the figure for which the experiment is made. */
    public String figure() {
        return figure;
    }

    @JsonCreator
    public static Recipe of(String id) {
        return Arrays.stream(values())
                .filter(recipe -> recipe.id.equals(id))
                .findFirst()
                .orElseThrow(() -> new Invalid(
                        "recipe",
                        id,
                        "one of " + Arrays.stream(values()).map(Recipe::id).collect(Collectors.joining(", "))));
    }
}
