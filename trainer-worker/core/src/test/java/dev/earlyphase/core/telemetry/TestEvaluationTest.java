package dev.earlyphase.core.telemetry;

import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;

import dev.earlyphase.contracts.event.TelemetryBatch;
import dev.earlyphase.contracts.trial.Observations;
import dev.earlyphase.contracts.trial.TrialSpec;
import dev.earlyphase.core.reference.ReferenceEngine;
import dev.earlyphase.core.task.Lesson;
import dev.earlyphase.core.training.Attempt;
import dev.earlyphase.core.training.Snapshot;

import static dev.earlyphase.core.training.SmallTrials.DATA;
import static dev.earlyphase.core.training.SmallTrials.NETWORK;
import static dev.earlyphase.core.training.SmallTrials.spec;
import static org.assertj.core.api.Assertions.assertThat;

class TestEvaluationTest {
    @Test
    void the_whole_test_set_is_scored_at_begin_and_end_and_on_its_schedule() {
        TrialSpec spec = spec(60);
        TelemetryLog log = new TelemetryLog();
        var evaluation = new TestEvaluation(Lesson.of(DATA), spec, new Observations(List.of(), 0, 100, 25), log);

        new Attempt(spec, NETWORK, DATA, Optional.empty(), Snapshot.initial(spec, NETWORK))
                .run(new ReferenceEngine(), List.of(evaluation), () -> false);

        assertThat(log.evaluations)
                .extracting(TelemetryBatch.Evaluation::iteration)
                .containsExactly(0, 25, 50, 60);
        assertThat(log.evaluations)
                .extracting(TelemetryBatch.Evaluation::examples)
                .containsOnly(DATA.test().size());
        assertThat(log.evaluations.getFirst().loss()).isBetween(1.0, 4.0);
        assertThat(log.evaluations.getLast().accuracy()).isGreaterThan(0.9);
    }

    @Test
    void on_request_it_is_scored_at_logarithmic_distances_too() {
        TrialSpec spec = spec(60);
        TelemetryLog log = new TelemetryLog();
        var observations = new Observations(List.of(), 0, 100, 25, true, List.of());
        var evaluation = new TestEvaluation(Lesson.of(DATA), spec, observations, log);

        new Attempt(spec, NETWORK, DATA, Optional.empty(), Snapshot.initial(spec, NETWORK))
                .run(new ReferenceEngine(), List.of(evaluation), () -> false);

        assertThat(log.evaluations)
                .extracting(TelemetryBatch.Evaluation::iteration)
                .containsExactly(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 13, 16, 20, 25, 32, 40, 50, 60);
    }
}
