package dev.earlyphase.trainer.attempt;

import java.util.List;

import org.junit.jupiter.api.Test;

import dev.earlyphase.contracts.catalog.NetworkName;
import dev.earlyphase.contracts.error.DomainException.Invalid;
import dev.earlyphase.contracts.event.CheckpointWritten;
import dev.earlyphase.contracts.object.ObjectRef;
import dev.earlyphase.contracts.trial.MaskSource;
import dev.earlyphase.contracts.trial.Moment;
import dev.earlyphase.contracts.trial.Pruning;
import dev.earlyphase.contracts.trial.Start;
import dev.earlyphase.contracts.trial.Task;
import dev.earlyphase.contracts.trial.TrialSpec;
import dev.earlyphase.trainer.attempt.Bench.Ran;
import dev.earlyphase.weights.Mask;
import dev.earlyphase.weights.Shape;
import dev.earlyphase.weights.Tensors;

import static dev.earlyphase.trainer.attempt.Bench.END;
import static dev.earlyphase.trainer.attempt.Bench.REWIND;
import static dev.earlyphase.trainer.attempt.Bench.claim;
import static dev.earlyphase.trainer.attempt.Bench.dense;
import static dev.earlyphase.trainer.attempt.Bench.like;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class PretrainedTrialTest {
    private static final MaskSource NONE = new MaskSource.Dense();

    private final Bench bench = new Bench();
    private final TrialSpec lenet = dense(NetworkName.LENET_300_100, 0.1, 0);
    private final TrialSpec rotation = like(lenet, null, NONE, new Task("rotation"));

    @Test
    void after_rotation_the_main_task_begins_with_what_was_learnt_under_a_new_output_layer() {
        Ran learnt = bench.run(claim(rotation, 1));
        TrialSpec spec = like(lenet, start(null, null), NONE, null);

        Ran ran = bench.run(claim(spec, end(learnt), null));

        Tensors begin = bench.weights(ran, 0);
        Tensors parent = bench.weights(learnt, END);
        Tensors drawn = bench.weights(bench.run(claim(lenet, 1)), 0);
        assertThat(parent.get("fc.weight").shape()).isEqualTo(Shape.of(4, 100));
        for (String name : List.of("fc_layers.0.weight", "fc_layers.0.bias", "fc_layers.1.weight")) {
            assertThat(begin.get(name)).isEqualTo(parent.get(name));
        }
        assertThat(begin.get("fc.weight")).isEqualTo(drawn.get("fc.weight"));
        assertThat(begin.get("fc.bias")).isEqualTo(drawn.get("fc.bias"));
        assertThat(ran.completed().result().iterationsRun()).isEqualTo(END);
    }

    @Test
    void telemetry_compares_with_the_begin_which_counts_as_the_initialisation() {
        Ran learnt = bench.run(claim(rotation, 1));

        Ran ran = bench.run(claim(like(lenet, start(null, null), NONE, null), end(learnt), null));

        assertThat(ran.reports().firstRow().all().distance()).isZero();
        assertThat(ran.reports().checkpoint(END).initialisation())
                .isEqualTo(ran.reports().checkpoint(0).weights());
    }

    @Test
    void an_output_layer_of_four_classes_cannot_be_kept_for_ten() {
        Ran learnt = bench.run(claim(rotation, 1));
        TrialSpec spec = like(lenet, start(Start.Head.KEPT, null), NONE, null);

        assertThatThrownBy(() -> bench.run(claim(spec, end(learnt), null)))
                .isInstanceOf(Invalid.class)
                .hasMessageStartingWith("start.head: got kept; allowed: redrawn");
    }

    @Test
    void where_pre_training_counts_training_goes_on_from_its_moment_with_the_output_layer_that_was_kept() {
        Ran learnt = bench.run(claim(like(lenet, null, NONE, new Task("blur")), 1));
        var start = new Start.Pretrained(
                lenet.id(), Moment.ofIterations(REWIND), Start.Head.KEPT, Start.Counting.CONTINUED);
        var left = learnt.reports().checkpoint(REWIND).weights();

        Ran ran = bench.run(claim(like(lenet, start, NONE, null), left, null));

        assertThat(ran.reports().checkpoints())
                .extracting(CheckpointWritten::iteration)
                .containsExactly(REWIND, END);
        assertThat(bench.weights(ran, REWIND)).isEqualTo(bench.weights(learnt, REWIND));
    }

    @Test
    void an_output_layer_of_other_classes_than_the_mask_knows_stays_dense() {
        Ran dense = bench.run(claim(lenet, 1));
        var mask = new MaskSource.Pruned(lenet.id(), new Pruning(null, null, true));
        TrialSpec spec = like(lenet, null, mask, new Task("rotation"));

        Ran ran = bench.run(claim(spec, null, dense));

        Mask found = bench.mask(ran);
        assertThat(found.shape("fc.weight")).isEqualTo(Shape.of(4, 100));
        assertThat(found.density("fc.weight")).isEqualTo(1);
        assertThat(found.density("fc_layers.0.weight")).isBetween(0.7, 0.9);
        assertThat(ran.completed().result().prunable()).isEqualTo(265_200 + 400);
        assertThat(ran.completed().result().survivors()).isEqualTo(found.survivors());
    }

    private Start.Pretrained start(Start.Head head, Start.Counting counting) {
        return new Start.Pretrained(rotation.id(), Moment.ofIterations(END), head, counting);
    }

    private static ObjectRef end(Ran ran) {
        return ran.reports().checkpoint(END).weights();
    }
}
