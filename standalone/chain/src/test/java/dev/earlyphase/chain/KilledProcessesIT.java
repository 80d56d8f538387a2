package dev.earlyphase.chain;

import java.time.Duration;

import org.junit.jupiter.api.Test;

import dev.earlyphase.cli.api.StudyFile;
import dev.earlyphase.cli.testing.Await;
import dev.earlyphase.contracts.study.TrialView;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What the experiment with faults of {@code standalone/reliability} does not do, since it trains with libtorch: a worker
 * that trains with Deeplearning4j is killed.
 */
class KilledProcessesIT {
    /** Long enough to be seen under way. */
    private static final StudyFile STUDY = SmallStudy.dense("3000it");

    private static final Duration LIMIT = Duration.ofMinutes(3);

    @Test
    void a_trial_whose_worker_was_killed_ends_with_the_bits_of_an_undisturbed_one() {
        try (ChainStack chain = new ChainStack("dl4j")) {
            String study = chain.studies().submit(STUDY).study().id();
            chain.kill(Await.value("a trial under way", LIMIT, () -> chain.trainingWorker(study)));
            chain.watch(study);
            TrialView disturbed = chain.trials(study).getFirst();

            TrialView undisturbed = chain.repeat(disturbed.id().value());

            assertThat(disturbed.attempts()).isGreaterThan(1);
            assertThat(undisturbed.verification().actual())
                    .isEqualTo(disturbed.result().weightsSha256());
        }
    }
}
