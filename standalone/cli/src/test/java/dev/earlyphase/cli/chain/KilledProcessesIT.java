package dev.earlyphase.cli.chain;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import dev.earlyphase.cli.api.StudyFile;
import dev.earlyphase.cli.testing.Await;
import dev.earlyphase.contracts.study.TrialView;
import dev.earlyphase.contracts.trial.TrialId;

import static org.assertj.core.api.Assertions.assertThat;

class KilledProcessesIT {
    /** Long enough for trials to be under way while four processes die one after another. */
    private static final StudyFile STUDY = SmallStudy.of("1", "2000it");

    private static final Duration LIMIT = Duration.ofMinutes(3);

    @ParameterizedTest
    @CsvSource({"torch, orchestrator analyzer embedded", "dl4j, ''"})
    void a_study_whose_worker_and_services_were_killed_ends_with_the_bits_of_an_undisturbed_one(
            String engine, String services) {
        Map<TrialId, String> undisturbed = runUndisturbed(engine);

        Map<TrialId, String> disturbed = runAndKill(engine, services);

        assertThat(disturbed).hasSize(SmallStudy.TRIALS_OF_A_SEED).isEqualTo(undisturbed);
    }

    private static Map<TrialId, String> runUndisturbed(String engine) {
        try (ChainStack chain = new ChainStack(engine)) {
            return weights(chain, chain.run(STUDY).id());
        }
    }

    private static Map<TrialId, String> runAndKill(String engine, String services) {
        try (ChainStack chain = new ChainStack(engine)) {
            String study = chain.studies().submit(STUDY).study().id();
            chain.kill(trainingWorker(chain, study));
            for (String service : services.isEmpty() ? List.<String>of() : List.of(services.split(" "))) {
                trainingWorker(chain, study);
                chain.kill(service);
            }
            return weights(chain, chain.watch(study).id());
        }
    }

    private static String trainingWorker(ChainStack chain, String study) {
        return Await.value("a trial under way", LIMIT, () -> chain.trainingWorker(study));
    }

    /** SHA-256 of each trial's weights at its end. */
    private static Map<TrialId, String> weights(ChainStack chain, String study) {
        return chain.trials(study).stream()
                .collect(Collectors.toMap(TrialView::id, trial -> trial.result().weightsSha256()));
    }
}
