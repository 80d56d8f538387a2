package dev.earlyphase.orchestrator.recipe;

import java.util.List;
import java.util.stream.Stream;

import dev.earlyphase.contracts.study.Recipe;
import dev.earlyphase.contracts.trial.Perturbation;

/** The perturbations that the paper's figures show (section 4), and the figure to which each belongs. */
enum Variants {
    /** Figure 4. */
    SIGNS_AND_MAGNITUDES(
            Recipe.SIGNS_AND_MAGNITUDES,
            "magnitudes-of-initialisation",
            "magnitudes-redrawn",
            "signs-of-initialisation"),
    /** Figure 5. */
    SHUFFLES(
            Recipe.SHUFFLES,
            "shuffle-global",
            "shuffle-layer",
            "shuffle-filter",
            "shuffle-layer-same-sign",
            "shuffle-filter-same-sign",
            "shuffle-magnitudes-signs-of-initialisation"),
    /** Figure 6. */
    NOISE(Recipe.NOISE, "noise:0.5", "noise:1", "noise:2", "noise:3");

    private static final String OTHER = "other";

    private final Recipe recipe;
    private final List<Perturbation> variants;

    Variants(Recipe recipe, String... variants) {
        this.recipe = recipe;
        this.variants = Stream.of(variants).map(Perturbation::parse).toList();
    }

    /** What a recipe perturbs unless told otherwise: its own figure's, or those of all figures. */
    static List<Perturbation> of(Recipe recipe) {
        return Stream.of(values())
                .filter(figure -> recipe == Recipe.PERTURBATIONS || figure.recipe == recipe)
                .flatMap(figure -> figure.variants.stream())
                .toList();
    }

    /** The id of the recipe of the figure that shows the kind; "other" where none does. */
    static String family(Perturbation perturbation) {
        return Stream.of(values())
                .filter(figure ->
                        figure.variants.stream().anyMatch(v -> v.kind().equals(perturbation.kind())))
                .map(figure -> figure.recipe.id())
                .findFirst()
                .orElse(OTHER);
    }
}
