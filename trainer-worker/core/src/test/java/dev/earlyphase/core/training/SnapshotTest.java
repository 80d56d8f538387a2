package dev.earlyphase.core.training;

import java.util.List;

import org.junit.jupiter.api.Test;

import dev.earlyphase.contracts.error.DomainException.Invalid;
import dev.earlyphase.contracts.trial.Moment;
import dev.earlyphase.contracts.trial.Start;
import dev.earlyphase.contracts.trial.TrialId;
import dev.earlyphase.contracts.trial.TrialSpec;
import dev.earlyphase.core.network.BatchNorm;
import dev.earlyphase.core.network.Flatten;
import dev.earlyphase.core.network.ImageShape;
import dev.earlyphase.core.network.Linear;
import dev.earlyphase.core.network.Network;
import dev.earlyphase.weights.Shape;
import dev.earlyphase.weights.Tensor;
import dev.earlyphase.weights.Tensors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class SnapshotTest {
    private static final Network NETWORK = new Network(
            "norm", new ImageShape(1, 1, 1), 1, List.of(new BatchNorm("bn", 1), new Flatten(), new Linear("fc", 1, 1)));
    private static final Tensors STATE = Tensors.of(
            one("bn.weight", 2),
            one("bn.bias", 3),
            one("bn.running_mean", 4),
            one("bn.running_var", 5),
            new Tensor("fc.weight", Shape.of(1, 1), new float[] {6}),
            one("fc.bias", 7));
    private static final Tensors MOMENTUM = Tensors.of(one("bn.weight", 8));
    private static final Snapshot CHECKPOINT = new Snapshot(500, STATE, MOMENTUM);

    @Test
    void rewinding_restores_weights_and_statistics_and_starts_momentum_at_zero() {
        Snapshot start = Snapshot.rewound(to500(null, null), NETWORK, CHECKPOINT);

        assertThat(start).isEqualTo(new Snapshot(500, STATE, Tensors.of()));
    }

    @Test
    void momentum_is_restored_when_asked_for() {
        Snapshot start = Snapshot.rewound(to500(Start.Momentum.RESTORED, null), NETWORK, CHECKPOINT);

        assertThat(start.momentum()).isEqualTo(MOMENTUM);
    }

    @Test
    void statistics_are_reset_when_asked_for_and_nothing_else() {
        Snapshot start = Snapshot.rewound(to500(null, Start.BatchNorm.RESET), NETWORK, CHECKPOINT);

        assertThat(start.state())
                .isEqualTo(STATE.with(one("bn.running_mean", 0)).with(one("bn.running_var", 1)));
    }

    @Test
    void what_was_learnt_is_taken_with_its_statistics_and_the_output_layer_is_drawn_anew() {
        TrialSpec spec = SmallTrials.spec(8, 0.1, 0, learnt(null, null));

        Snapshot start = Snapshot.pretrained(learnt(null, null), spec, NETWORK, STATE);

        Tensors drawn = Snapshot.initial(spec, NETWORK).state();
        assertThat(start)
                .isEqualTo(
                        new Snapshot(0, STATE.with(drawn.get("fc.weight")).with(drawn.get("fc.bias")), Tensors.of()));
    }

    @Test
    void the_output_layer_is_kept_and_training_goes_on_from_the_moment_when_asked_for() {
        var continued = learnt(Start.Head.KEPT, Start.Counting.CONTINUED);
        TrialSpec spec = SmallTrials.spec(8, 0.1, 0, continued);

        Snapshot start = Snapshot.pretrained(continued, spec, NETWORK, STATE);

        assertThat(start).isEqualTo(new Snapshot(5, STATE, Tensors.of()));
    }

    @Test
    void an_output_layer_of_other_classes_cannot_be_kept() {
        var kept = learnt(Start.Head.KEPT, null);
        TrialSpec spec = SmallTrials.spec(8, 0.1, 0, kept);
        Tensors fourClasses = STATE.with(new Tensor("fc.weight", Shape.of(4, 1), new float[4]));

        assertThatThrownBy(() -> Snapshot.pretrained(kept, spec, NETWORK, fourClasses))
                .isInstanceOf(Invalid.class)
                .hasMessage("start.head: got kept; allowed: redrawn: fc.weight has shape %s in what was learnt, %s here"
                        .formatted(Shape.of(4, 1), Shape.of(1, 1)));
    }

    @Test
    void an_output_layer_of_other_classes_is_drawn_anew() {
        TrialSpec spec = SmallTrials.spec(8, 0.1, 0, learnt(null, null));
        Tensors fourClasses = STATE.with(new Tensor("fc.weight", Shape.of(4, 1), new float[4]));

        Snapshot start = Snapshot.pretrained(learnt(null, null), spec, NETWORK, fourClasses);

        assertThat(start.state().get("fc.weight"))
                .isEqualTo(Snapshot.initial(spec, NETWORK).state().get("fc.weight"));
    }

    private static Start.Pretrained learnt(Start.Head head, Start.Counting counting) {
        return new Start.Pretrained(new TrialId("0".repeat(64)), Moment.ofIterations(5), head, counting);
    }

    private static Start.Rewound to500(Start.Momentum momentum, Start.BatchNorm batchNorm) {
        return new Start.Rewound(new TrialId("0".repeat(64)), Moment.ofIterations(500), momentum, batchNorm, null);
    }

    private static Tensor one(String name, float value) {
        return new Tensor(name, Shape.of(1), new float[] {value});
    }
}
