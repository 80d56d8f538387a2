package dev.earlyphase.trainer.attempt;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import dev.earlyphase.contracts.catalog.NetworkName;
import dev.earlyphase.contracts.claim.Orders;
import dev.earlyphase.contracts.trial.MaskSource;
import dev.earlyphase.contracts.trial.TrialSpec;
import dev.earlyphase.trainer.attempt.Bench.Ran;
import dev.earlyphase.trainer.engine.EngineKind;
import dev.earlyphase.weights.Mask;

import static dev.earlyphase.trainer.attempt.Bench.END;
import static dev.earlyphase.trainer.attempt.Bench.claim;
import static dev.earlyphase.trainer.attempt.Bench.dense;
import static dev.earlyphase.trainer.attempt.Bench.like;
import static org.assertj.core.api.Assertions.assertThat;

class ScoredMaskTest {
    /** Both hidden layers of LeNet-300-100 on 28×28. */
    private static final long PRUNABLE = 265_200;

    private final Bench bench = new Bench();
    private final TrialSpec lenet = dense(NetworkName.LENET_300_100, 0.1, 0.9);

    @ParameterizedTest
    @ValueSource(strings = {"random", "snip", "grasp", "synflow"})
    void a_rule_leaves_exactly_the_density_and_training_keeps_to_it(String rule) {
        TrialSpec spec = scored(lenet, new MaskSource.Scored(rule, 0.1678, null));

        Ran ran = bench.run(claim(spec, 1));

        Mask mask = bench.mask(ran);
        assertThat(mask.survivors()).isEqualTo(Math.round(0.1678 * PRUNABLE));
        assertThat(ran.completed().result().survivors()).isEqualTo(mask.survivors());
        assertThat(mask.apply(bench.weights(ran, END))).isEqualTo(bench.weights(ran, END));
    }

    @Test
    void shuffled_it_has_as_many_survivors_in_each_layer_elsewhere() {
        var found = new MaskSource.Scored("synflow", 0.1, null);
        Mask original = bench.mask(bench.run(claim(scored(lenet, found), 1)));

        Mask shuffled = bench.mask(bench.run(claim(scored(lenet, new MaskSource.Shuffled(found)), 1)));

        assertThat(shuffled).isNotEqualTo(original);
        for (String name : original.names()) {
            assertThat(shuffled.density(name)).isEqualTo(original.density(name));
        }
    }

    @ParameterizedTest
    @EnumSource(EngineKind.class)
    void synflow_scores_residual_networks_with_batch_norm_on_either_engine(EngineKind kind) {
        var bench = new Bench(kind);
        TrialSpec resnet = dense(NetworkName.RESNET_20, 0.02, 0.9);
        var scored = scored(resnet, new MaskSource.Scored("synflow", 0.02, null));

        Mask mask = bench.mask(bench.run(claim(scored, 1), 0, Orders.Kind.STOP));

        assertThat(mask.survivors()).isEqualTo(Math.round(0.02 * mask.size()));
        assertThat(mask.collapsed()).isEmpty();
    }

    private static TrialSpec scored(TrialSpec dense, MaskSource mask) {
        return like(dense, null, mask, null);
    }
}
