package dev.earlyphase.trainer.attempt;

import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import dev.earlyphase.contracts.catalog.NetworkName;
import dev.earlyphase.contracts.claim.Claim;
import dev.earlyphase.contracts.claim.Orders;
import dev.earlyphase.contracts.error.DomainException.Refused;
import dev.earlyphase.contracts.error.DomainException.Unavailable;
import dev.earlyphase.contracts.event.AttemptEnded;
import dev.earlyphase.contracts.event.CheckpointWritten;
import dev.earlyphase.contracts.event.MaskDerived;
import dev.earlyphase.contracts.object.ObjectRef;
import dev.earlyphase.contracts.trial.Precision;
import dev.earlyphase.contracts.trial.TrialSpec;
import dev.earlyphase.trainer.attempt.Bench.Ran;
import dev.earlyphase.trainer.engine.EngineKind;
import dev.earlyphase.weights.Mask;
import dev.earlyphase.weights.Tensor;
import dev.earlyphase.weights.safetensors.Safetensors;

import static dev.earlyphase.trainer.attempt.Bench.END;
import static dev.earlyphase.trainer.attempt.Bench.REWIND;
import static dev.earlyphase.trainer.attempt.Bench.claim;
import static dev.earlyphase.trainer.attempt.Bench.dense;
import static dev.earlyphase.trainer.attempt.Bench.pruned;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

class ExecutionTest {
    private final Bench bench = new Bench();
    private final TrialSpec lenet = dense(NetworkName.LENET_300_100, 0.1, 0);

    @Test
    void a_dense_trial_keeps_its_begin_what_was_asked_for_and_its_end() {
        Ran ran = bench.run(claim(lenet, 1));

        assertThat(ran.reports().checkpoints())
                .extracting(CheckpointWritten::iteration)
                .containsExactly(0, REWIND, END);
        assertThat(ran.completed().result().survivors()).isEqualTo(265_200);
        assertThat(ran.completed().result().weightsSha256())
                .isEqualTo(ran.reports().checkpoint(END).weights().sha256());
    }

    /** A state kept for resuming went over one that was asked for, and was later dropped. */
    @Test
    void what_was_asked_for_stays_so_when_the_attempt_stops_right_there() {
        Ran stopped = bench.run(claim(lenet, 1), REWIND, Orders.Kind.STOP);

        assertThat(stopped.reports().checkpoints())
                .extracting(CheckpointWritten::iteration, CheckpointWritten::purpose)
                .containsExactly(
                        tuple(0, CheckpointWritten.Purpose.OBSERVED),
                        tuple(REWIND, CheckpointWritten.Purpose.OBSERVED));
    }

    @Test
    void telemetry_has_every_iteration_once() {
        Ran ran = bench.run(claim(lenet, 1));

        assertThat(ran.reports().telemetryIterations())
                .containsExactlyElementsOf(IntStream.range(0, END).boxed().toList());
    }

    @Test
    void ten_single_weights_are_followed_by_name() {
        Ran ran = bench.run(claim(lenet, 1));

        assertThat(ran.reports().telemetry).allSatisfy(batch -> assertThat(batch.traced())
                .hasSize(10)
                .allMatch(name -> name.matches("fc_layers\\.[01]\\.weight\\[\\d+]")));
        assertThat(ran.reports().firstRow().traced()).hasSize(10).doesNotContain(0.0);
    }

    @Test
    void training_learns() {
        Ran ran = bench.run(claim(lenet, 1));

        double first = ran.reports().firstRow().loss();
        assertThat(ran.completed().result().testLoss()).isLessThan(first);
    }

    @Test
    void pruned_weights_are_exactly_zero_in_every_checkpoint_and_survivors_begin_at_the_rewinding_point() {
        Ran dense = bench.run(claim(lenet, 1));

        Ran ran = bench.run(claim(pruned(lenet), dense, 1, null));

        Mask mask =
                bench.checkpoints.fetchMask(((MaskDerived) ran.reports().events.getFirst()).mask());
        assertThat(mask.survivors()).isEqualTo(265_200 - 53_040);
        for (CheckpointWritten checkpoint : ran.reports().checkpoints()) {
            var weights = bench.checkpoints.fetch(checkpoint.weights());
            assertThat(mask.apply(weights)).isEqualTo(weights);
        }
        assertThat(bench.weights(ran, REWIND)).isEqualTo(mask.apply(bench.weights(dense, REWIND)));
    }

    @ParameterizedTest
    @CsvSource({"TORCH, LENET_300_100", "TORCH, RESNET_20", "DL4J, LENET_300_100", "DL4J, RESNET_20"})
    void stopped_and_resumed_by_another_attempt_it_ends_in_the_same_bits(EngineKind kind, NetworkName network) {
        var bench = new Bench(kind);
        TrialSpec spec = dense(network, 0.02, 0.9);
        Ran dense = bench.run(claim(spec, 1));
        Ran undisturbed = bench.run(claim(pruned(spec), dense, 1, null));

        Ran stopped = bench.run(claim(pruned(spec), dense, 2, null), 15, Orders.Kind.STOP);
        CheckpointWritten recovery = stopped.reports().checkpoint(15);
        var resume = new Claim.Resume(15, recovery.weights(), recovery.momentum());
        Ran resumed = bench.run(claim(pruned(spec), dense, 3, resume));

        assertThat(stopped.outcome()).containsInstanceOf(AttemptEnded.Released.class);
        assertThat(resumed.completed().result().iterationsRun()).isEqualTo(END - 15);
        assertThat(resumed.completed().result().weightsSha256())
                .isEqualTo(undisturbed.completed().result().weightsSha256());
    }

    @Test
    void resumed_from_a_checkpoint_that_the_store_has_spoilt_it_begins_again_and_ends_in_the_same_bits() {
        Ran undisturbed = bench.run(claim(lenet, 1));
        ObjectRef begin = undisturbed.reports().checkpoint(0).weights();
        var spoilt = new Claim.Resume(15, new ObjectRef(begin.key(), "0".repeat(64), begin.bytes()), null);

        Ran again = bench.run(new Claim(
                lenet.id(), 2, 30, lenet, claim(lenet, 2).observations(), null, null, null, null, null, null, spoilt));

        assertThat(again.completed().result().iterationsRun()).isEqualTo(END);
        assertThat(again.completed().result().weightsSha256())
                .isEqualTo(undisturbed.completed().result().weightsSha256());
    }

    @Test
    void telemetry_of_a_stopped_and_a_resumed_attempt_has_neither_gap_nor_repeat() {
        Ran stopped = bench.run(claim(lenet, 1), 15, Orders.Kind.STOP);
        var resume = new Claim.Resume(15, stopped.reports().checkpoint(15).weights(), null);

        Ran resumed = bench.run(new Claim(
                lenet.id(), 2, 30, lenet, claim(lenet, 2).observations(), null, null, null, null, null, null, resume));

        assertThat(stopped.reports().telemetryIterations()).endsWith(14);
        assertThat(resumed.reports().telemetryIterations()).startsWith(15);
    }

    @Test
    void an_attempt_that_is_to_be_dropped_says_nothing_more() {
        Ran ran = bench.run(claim(lenet, 1), 15, Orders.Kind.ABORT);

        assertThat(ran.outcome()).isEmpty();
        assertThat(ran.reports().checkpoints())
                .extracting(CheckpointWritten::iteration)
                .containsExactly(0, REWIND);
    }

    @Test
    void a_loss_that_is_no_number_ends_the_trial_as_diverged() {
        Ran ran = bench.run(claim(dense(NetworkName.LENET_300_100, 1e30, 0), 1));

        assertThat(ran.outcome()).containsInstanceOf(AttemptEnded.Diverged.class);
        assertThat(ran.reports().telemetryIterations()).isNotEmpty();
    }

    @Test
    void a_precision_that_the_engine_lacks_is_refused_with_the_setting_to_change() {
        TrialSpec spec = dense(NetworkName.LENET_300_100, 0.1, 0, Precision.BF16);

        assertThatThrownBy(() -> new Bench(EngineKind.DL4J).run(claim(spec, 1)))
                .isInstanceOf(Refused.class)
                .hasMessage("training.precision is bf16; deeplearning4j has fp32 only: submit that, or run workers with"
                        + " an engine that has it, such as earlyphase.engine=torch");
    }

    @Test
    void provenance_says_which_engine_computed_what_and_in_which_precision() {
        Ran ran = bench.run(claim(lenet, 1));

        assertThat(ran.provenance().engine()).startsWith("libtorch ");
        assertThat(ran.provenance().dataLabel()).isNotBlank();
        assertThat(ran.provenance().details()).containsEntry("precision", "fp32");
        assertThat(ran.provenance().build()).isEqualTo("0.1.0 a1b2c3d");
    }

    @Test
    void a_parent_whose_weights_are_gone_fails_the_attempt() {
        Ran dense = bench.run(claim(lenet, 1));
        Claim claim = claim(pruned(lenet), dense, 1, null);
        var gone = new Claim(
                claim.trial(),
                1,
                30,
                claim.spec(),
                claim.observations(),
                claim.start(),
                null,
                null,
                new ObjectRef("gone", "", 1),
                null,
                claim.initialisation(),
                null);

        assertThatThrownBy(() -> bench.run(gone))
                .isInstanceOf(Unavailable.class)
                .hasMessage("no object gone");
    }

    @Test
    void a_checkpoint_says_of_which_trial_and_moment_it_is_and_what_is_prunable() {
        Ran ran = bench.run(claim(lenet, 1));

        byte[] bytes = bench.store.fetch(ran.reports().checkpoint(REWIND).weights());
        assertThat(Safetensors.read(bytes).metadata())
                .containsEntry("trial", lenet.id().value())
                .containsEntry("moment", "8it")
                .containsEntry("dataset", "strokes")
                .containsEntry("prunable", "fc_layers.0.weight,fc_layers.1.weight");
        assertThat(bench.weights(ran, REWIND))
                .extracting(Tensor::name)
                .containsExactly(
                        "fc_layers.0.weight",
                        "fc_layers.0.bias",
                        "fc_layers.1.weight",
                        "fc_layers.1.bias",
                        "fc.weight",
                        "fc.bias");
    }
}
