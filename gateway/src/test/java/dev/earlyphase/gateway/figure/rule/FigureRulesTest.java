package dev.earlyphase.gateway.figure.rule;

import java.util.Arrays;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import dev.earlyphase.contracts.study.Recipe;
import dev.earlyphase.gateway.testing.StudyBuilder;

import static org.assertj.core.api.Assertions.assertThat;

class FigureRulesTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "dense | figure-2 figure-3 table-a1",
                "telemetry | figure-2 figure-3",
                "imp-rewinding | figure-1 figure-2 figure-3",
                "pretraining | figure-1 figure-2 figure-3 figure-8",
                "sparse-pretraining | figure-1 figure-2 figure-3 figure-9",
                "linear-connectivity | figure-2 figure-3 linear-connectivity",
                "hessian | figure-2 figure-3 hessian",
                "critical-period | figure-2 figure-3 critical-period",
                "noise-scale | figure-2 figure-3 noise-scale",
                "mask-convergence | figure-2 figure-3 mask-convergence",
                "pruning-at-initialisation | figure-2 figure-3 pruning-at-initialisation"
            })
    void a_study_has_the_figures_of_its_recipe(String recipe, String figures) {
        var study = new StudyBuilder(Recipe.of(recipe)).build();

        assertThat(FigureRules.ALL.stream()
                        .filter(rule -> rule.appliesTo(study))
                        .map(FigureRule::name))
                .containsExactly(figures.split(" "));
    }

    @Test
    void a_study_of_perturbations_has_a_figure_for_each_family_that_it_trains() {
        var study = new StudyBuilder(Recipe.PERTURBATIONS)
                .treated(0, 1, "500it", "noise", "noise:1", 0.9)
                .treated(0, 1, "500it", "other", "redrawn", 0.9)
                .build();

        assertThat(FigureRules.ALL.stream()
                        .filter(rule -> rule.appliesTo(study))
                        .map(FigureRule::name))
                .containsExactly("figure-1", "figure-2", "figure-3", "figure-6", "other-perturbations", "figure-7");
    }

    @Test
    void every_recipe_has_a_figure() {
        assertThat(Arrays.stream(Recipe.values())
                        .map(recipe -> new StudyBuilder(recipe).build())
                        .filter(study -> FigureRules.ALL.stream().noneMatch(rule -> rule.appliesTo(study))))
                .isEmpty();
    }

    @Test
    void no_two_figures_have_one_name() {
        assertThat(FigureRules.ALL).extracting(FigureRule::name).doesNotHaveDuplicates();
    }
}
