package dev.earlyphase.chain;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import dev.earlyphase.contracts.figure.Curve;
import dev.earlyphase.contracts.figure.Figure;
import dev.earlyphase.contracts.figure.Point;
import dev.earlyphase.contracts.study.Plan;
import dev.earlyphase.contracts.study.Storage;
import dev.earlyphase.contracts.study.StudyView;
import dev.earlyphase.contracts.study.TrialView;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.parallel.ExecutionMode.CONCURRENT;

/** Each recipe in small, from its submission to its figure, by the real services; several wait for them side by side. */
class EveryRecipeIT {
    @RegisterExtension
    static final SharedChain SHARED = new SharedChain();

    private final ChainStack chain = SHARED.stack();

    @ParameterizedTest
    @Execution(CONCURRENT)
    @CsvSource(
            delimiter = '|',
            value = {
                "dense                     | table-a1                  | ",
                "telemetry                 | figure-3                  | ",
                "telemetry                 | figure-2                  | ",
                "imp-rewinding             | figure-1                  | rewind: [0it, 10it], levels: 2",
                "signs-and-magnitudes      | figure-4                  | rewind: [10it], levels: 2",
                "shuffles                  | figure-5                  | rewind: [10it], levels: 2",
                "noise                     | figure-6                  | rewind: [10it], levels: 2",
                "perturbations             | figure-7                  | rewind: [10it], levels: 2, perturbedLevels: [2]",
                "pretraining               | figure-8                  | levels: 1, epochs: [10it], rewind: [0it]",
                "sparse-pretraining        | figure-9                  | levels: 1, epochs: [10it], rewind: [0it], maskRewind: 10it",
                "linear-connectivity       | linear-connectivity       | rewind: [0it, 10it], points: 5, examples: 256",
                "hessian                   | hessian                   | observe: {probes: [{kind: hessian, moments: [0it, 30it], options: {examples: 128, steps: 6, eigenvalues: 3}}]}",
                "critical-period           | critical-period           | until: [10it, 20it]",
                "noise-scale               | noise-scale               | ",
                "mask-convergence          | mask-convergence          | ",
                "pruning-at-initialisation | pruning-at-initialisation | densities: [0.2]",
            })
    void a_recipe_comes_back_as_its_figure_and_every_number_names_its_trial(String recipe, String name, String fields) {
        StudyView study = chain.run(SmallStudy.ofRecipe(recipe, fields));

        Figure figure = chain.studies().figures(study.id()).read(name, true);

        assertThat(study.state()).isEqualTo(StudyView.State.COMPLETED);
        assertThat(figure.complete()).isTrue();
        assertThat(points(figure)).isNotEmpty();
        assertThat(points(figure).stream().flatMap(point -> point.samples().stream()))
                .isNotEmpty()
                .allMatch(sample -> ids(study).contains(sample.trial()));
    }

    @Test
    @Execution(CONCURRENT)
    void figures_that_share_a_trunk_train_it_once() {
        String fields = "rewind: [15it], levels: 1";
        StudyView first = chain.run(SmallStudy.ofRecipe("signs-and-magnitudes", fields));
        Set<String> trunk = ids(first, false);

        Plan plan = chain.studies().plan(SmallStudy.ofRecipe("shuffles", fields));
        StudyView second = chain.run(SmallStudy.ofRecipe("shuffles", fields));

        // The dense run, and one level rewound to 0it and to 15it; six ways to shuffle.
        assertThat(trunk).hasSize(3);
        assertThat(plan.sharedTrials()).isEqualTo(3);
        assertThat(plan.newTrials()).isEqualTo(6);
        assertThat(ids(second)).containsAll(trunk).hasSize(9);
    }

    @Test
    @Execution(CONCURRENT)
    void a_trial_trained_again_comes_to_the_same_weights() {
        StudyView study = chain.run(SmallStudy.ofRecipe("imp-rewinding", "rewind: [5it], levels: 1"));
        TrialView pruned = chain.trials(study.id()).getLast();

        TrialView repeated = chain.repeat(pruned.id().value());

        assertThat(repeated.verification().actual()).isEqualTo(pruned.result().weightsSha256());
        assertThat(repeated.verification().equal()).isTrue();
    }

    @Test
    @Execution(CONCURRENT)
    void a_deleted_study_frees_what_no_other_has() {
        StudyView kept = chain.run(SmallStudy.ofRecipe("dense", "name: kept"));
        StudyView deleted = chain.run(SmallStudy.ofRecipe("imp-rewinding", "rewind: [7it], levels: 1"));

        Storage freed = chain.studies().delete(deleted.id());

        assertThat(freed.trials()).isEqualTo(2);
        assertThat(freed.ownTrials()).isEqualTo(1);
        assertThat(freed.ownBytes()).isPositive();
        assertThat(chain.studies().isKnown(deleted.id())).isFalse();
        assertThat(chain.trials(kept.id())).hasSize(1);
    }

    private Set<String> ids(StudyView study) {
        return ids(study, true);
    }

    /** @param perturbed whether trials outside the trunk count too */
    private Set<String> ids(StudyView study, boolean perturbed) {
        return chain.trials(study.id()).stream()
                .filter(trial -> perturbed || trial.role().family() == null)
                .map(trial -> trial.id().value())
                .collect(Collectors.toSet());
    }

    private static List<Point> points(Figure figure) {
        return figure.panels().stream()
                .flatMap(panel -> panel.curves().stream())
                .map(Curve::points)
                .flatMap(List::stream)
                .toList();
    }
}
