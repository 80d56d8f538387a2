package dev.earlyphase.trainer.attempt;

import org.junit.jupiter.api.Test;

import dev.earlyphase.contracts.catalog.NetworkName;
import dev.earlyphase.contracts.trial.MaskSource;
import dev.earlyphase.contracts.trial.TrialSpec;
import dev.earlyphase.trainer.attempt.Bench.Ran;
import dev.earlyphase.weights.Mask;

import static dev.earlyphase.trainer.attempt.Bench.claim;
import static dev.earlyphase.trainer.attempt.Bench.dense;
import static dev.earlyphase.trainer.attempt.Bench.like;
import static dev.earlyphase.trainer.attempt.Bench.pruned;
import static org.assertj.core.api.Assertions.assertThat;

class ShuffledMaskTest {
    private final Bench bench = new Bench();
    private final TrialSpec lenet = dense(NetworkName.LENET_300_100, 0.1, 0);
    private final TrialSpec pruned = pruned(lenet);
    private final TrialSpec shuffled = like(pruned, pruned.start(), new MaskSource.Shuffled(pruned.mask()), null);
    private final Ran dense = bench.run(claim(lenet, 1));

    @Test
    void a_shuffled_mask_has_as_many_survivors_in_each_layer_elsewhere() {
        Mask original = bench.mask(bench.run(claim(pruned, dense, 1, null)));

        Mask mask = bench.mask(bench.run(claim(shuffled, dense, 1, null)));

        assertThat(mask).isNotEqualTo(original);
        assertThat(mask.names()).isEqualTo(original.names());
        for (String name : mask.names()) {
            assertThat(mask.density(name)).isEqualTo(original.density(name));
        }
    }

    @Test
    void another_attempt_finds_the_same_mask() {
        Mask first = bench.mask(bench.run(claim(shuffled, dense, 1, null)));

        assertThat(bench.mask(bench.run(claim(shuffled, dense, 2, null)))).isEqualTo(first);
    }
}
