package dev.earlyphase.core.training;

import java.util.List;

import org.junit.jupiter.api.Test;

import dev.earlyphase.contracts.trial.Moment;
import dev.earlyphase.contracts.trial.Start;
import dev.earlyphase.contracts.trial.TrialId;
import dev.earlyphase.core.network.BatchNorm;
import dev.earlyphase.core.network.Flatten;
import dev.earlyphase.core.network.ImageShape;
import dev.earlyphase.core.network.Linear;
import dev.earlyphase.core.network.Network;
import dev.earlyphase.weights.Shape;
import dev.earlyphase.weights.Tensor;
import dev.earlyphase.weights.Tensors;

import static org.assertj.core.api.Assertions.assertThat;

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

    private static Start.Rewound to500(Start.Momentum momentum, Start.BatchNorm batchNorm) {
        return new Start.Rewound(new TrialId("0".repeat(64)), Moment.ofIterations(500), momentum, batchNorm, null);
    }

    private static Tensor one(String name, float value) {
        return new Tensor(name, Shape.of(1), new float[] {value});
    }
}
