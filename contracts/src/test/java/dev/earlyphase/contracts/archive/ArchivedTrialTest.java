package dev.earlyphase.contracts.archive;

import java.time.Instant;
import java.util.List;

import org.junit.jupiter.api.Test;

import dev.earlyphase.contracts.Json;
import dev.earlyphase.contracts.error.DomainException.Invalid;
import dev.earlyphase.contracts.event.CheckpointWritten.Purpose;
import dev.earlyphase.contracts.object.ObjectKeys;
import dev.earlyphase.contracts.object.ObjectRef;
import dev.earlyphase.contracts.study.TrialRole;
import dev.earlyphase.contracts.trial.Observations;
import dev.earlyphase.contracts.trial.Provenance;
import dev.earlyphase.contracts.trial.Specs;
import dev.earlyphase.contracts.trial.TrialId;
import dev.earlyphase.contracts.trial.TrialResult;
import dev.earlyphase.contracts.trial.TrialState;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class ArchivedTrialTest {
    private static final TrialId ID = Specs.PRUNED.id();
    private static final int BEGIN = Specs.PRUNED.beginIteration();
    private static final int END = Specs.PRUNED.endIteration();
    private static final ObjectRef MASK = object(ObjectKeys.mask(ID, 1));

    @Test
    void it_is_written_and_read_without_loss() throws Exception {
        ArchivedTrial trial = trial(TrialState.COMPLETED, MASK, checkpoint(BEGIN, 1), checkpoint(END, 2));

        assertThat(Json.MAPPER.readValue(Json.MAPPER.writeValueAsString(trial), ArchivedTrial.class))
                .isEqualTo(trial);
    }

    @Test
    void weights_are_chosen_and_the_mask_stays() {
        ArchivedTrial trial = trial(TrialState.COMPLETED, MASK, checkpoint(BEGIN, 1), checkpoint(END, 2));

        assertThat(trial.with(CheckpointChoice.ALL)).isEqualTo(trial);
        assertThat(trial.with(CheckpointChoice.FINAL).checkpoints())
                .extracting(ArchivedCheckpoint::iteration)
                .containsExactly(END);
        assertThat(trial.with(CheckpointChoice.NONE).checkpoints()).isEmpty();
        assertThat(trial.with(CheckpointChoice.NONE).objects()).containsExactly(MASK);
    }

    @Test
    void after_other_attempts_all_of_its_own_count_on_and_so_do_the_keys_of_its_objects() {
        ArchivedTrial trial =
                trial(TrialState.COMPLETED, MASK, checkpoint(END, 2)).after(3);

        assertThat(trial.attempts()).isEqualTo(5);
        assertThat(trial.mask().key()).isEqualTo(ObjectKeys.mask(ID, 4));
        ArchivedCheckpoint end = trial.checkpoints().getFirst();
        assertThat(end.attempt()).isEqualTo(5);
        assertThat(end.weights().key()).isEqualTo(ObjectKeys.checkpoint(ID, 5, END));
        assertThat(end.momentum().key()).isEqualTo(ObjectKeys.momentum(ID, 5, END));
    }

    @Test
    void an_object_of_another_place_is_refused() {
        var elsewhere = new ArchivedCheckpoint(
                END, 1, Purpose.OBSERVED, object(ObjectKeys.checkpoint(ID, 2, END)), null, null, Instant.EPOCH);

        assertRefused("weights.key", () -> trial(TrialState.COMPLETED, MASK, elsewhere));
        assertRefused("attempt", () -> trial(TrialState.COMPLETED, MASK, checkpoint(END, 3)));
        assertRefused("mask.key", () -> trial(TrialState.COMPLETED, object(ObjectKeys.mask(Specs.DENSE.id(), 1))));
        assertRefused("mask.key", () -> trial(TrialState.COMPLETED, object("trials/../../etc/passwd")));
    }

    @Test
    void one_that_may_still_go_on_is_refused() {
        assertRefused("state", () -> trial(TrialState.RUNNING, MASK));
    }

    private static void assertRefused(String field, org.assertj.core.api.ThrowableAssert.ThrowingCallable made) {
        assertThatThrownBy(made).isInstanceOfSatisfying(Invalid.class, invalid -> assertThat(
                        invalid.fields().getFirst().field())
                .isEqualTo(field));
    }

    private static ArchivedTrial trial(TrialState state, ObjectRef mask, ArchivedCheckpoint... checkpoints) {
        var observations = new Observations(List.of(), 100, 10, 100);
        return new ArchivedTrial(
                ID,
                new TrialRole(1, 1, "200it"),
                state,
                null,
                2,
                0,
                END,
                "worker-1",
                Instant.EPOCH,
                Instant.EPOCH,
                Specs.PRUNED,
                observations,
                observations,
                new TrialResult(END, 0.97, null, 1.0 / 3, 8, END, "ab", 80, 100),
                new Provenance("worker-1", "none", "none", 1, "0", "MNIST", null, null),
                null,
                mask,
                List.of(new ArchivedTrial.Need(Specs.DENSE.id(), 200)),
                List.of(checkpoints));
    }

    private static ArchivedCheckpoint checkpoint(int iteration, int attempt) {
        return new ArchivedCheckpoint(
                iteration,
                attempt,
                Purpose.OBSERVED,
                object(ObjectKeys.checkpoint(ID, attempt, iteration)),
                object(ObjectKeys.momentum(ID, attempt, iteration)),
                MASK,
                Instant.EPOCH);
    }

    private static ObjectRef object(String key) {
        return new ObjectRef(key, "0".repeat(64), 1);
    }
}
