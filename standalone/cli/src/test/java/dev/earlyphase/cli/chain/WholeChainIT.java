package dev.earlyphase.cli.chain;

import java.util.List;

import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

import dev.earlyphase.cli.api.Studies.Submission;
import dev.earlyphase.contracts.study.AccuracyByDensity.Point;
import dev.earlyphase.contracts.study.Plan;
import dev.earlyphase.contracts.study.StudyView;
import dev.earlyphase.contracts.study.TrialView;
import dev.earlyphase.contracts.trial.TrialState;

import static org.assertj.core.api.Assertions.assertThat;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WholeChainIT {
    private static final String END = "60it";

    private ChainStack chain;

    @BeforeAll
    void start() {
        chain = new ChainStack();
    }

    @AfterAll
    void stop() {
        if (chain != null) {
            chain.close();
        }
    }

    @Test
    void a_study_comes_back_as_accuracies_at_exact_densities() {
        StudyView study = chain.run(SmallStudy.of("1", END));

        var figure = chain.studies().accuracyByDensity(study.id());
        assertThat(figure.complete()).isTrue();
        // 265,200 prunable weights, of which each round takes a fifth: 212,160 and 169,728 are left.
        assertThat(figure.points())
                .extracting(Point::rewind, Point::level, Point::density)
                .containsExactly(
                        point("0it", 0, 1.0),
                        point("0it", 1, 0.8),
                        point("0it", 2, 0.64),
                        point("20it", 0, 1.0),
                        point("20it", 1, 0.8),
                        point("20it", 2, 0.64));
        assertThat(figure.points()).allMatch(point -> point.seeds() == 1 && point.accuracyStd() == 0);
        // Ten classes, so that guessing gives 0.1.
        assertThat(figure.points()).allMatch(point -> point.accuracyMean() > 0.3);
    }

    @Test
    void the_same_study_again_trains_nothing() {
        StudyView first = chain.run(SmallStudy.of("2", END));
        List<TrialView> before = chain.trials(first.id());

        Submission again = chain.studies().submit(SmallStudy.of("2", END));

        assertThat(again.isNew()).isFalse();
        assertThat(again.study().state()).isEqualTo(StudyView.State.COMPLETED);
        assertThat(chain.trials(first.id())).isEqualTo(before);
    }

    @Test
    void one_seed_more_trains_only_the_new_trials() {
        StudyView first = chain.run(SmallStudy.of("3", END));
        List<TrialView> before = chain.trials(first.id());

        Plan plan = chain.studies().plan(SmallStudy.of("3, 4", END));
        StudyView more = chain.run(SmallStudy.of("3, 4", END));

        assertThat(plan.sharedTrials()).isEqualTo(SmallStudy.TRIALS_OF_A_SEED);
        assertThat(plan.newTrials()).isEqualTo(SmallStudy.TRIALS_OF_A_SEED);
        assertThat(chain.trials(more.id()))
                .hasSize(2 * SmallStudy.TRIALS_OF_A_SEED)
                .containsAll(before);
        assertThat(chain.trials(more.id())).allMatch(trial -> trial.state() == TrialState.COMPLETED);
    }

    private static Tuple point(String rewind, int level, double density) {
        return Tuple.tuple(rewind, level, density);
    }
}
