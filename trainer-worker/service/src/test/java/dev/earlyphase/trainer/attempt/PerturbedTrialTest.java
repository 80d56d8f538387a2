package dev.earlyphase.trainer.attempt;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import dev.earlyphase.contracts.catalog.NetworkName;
import dev.earlyphase.contracts.claim.Claim;
import dev.earlyphase.contracts.claim.Orders;
import dev.earlyphase.contracts.error.DomainException.Invalid;
import dev.earlyphase.contracts.event.CheckpointWritten;
import dev.earlyphase.contracts.event.TelemetryBatch.Measurement;
import dev.earlyphase.contracts.trial.TrialSpec;
import dev.earlyphase.trainer.attempt.Bench.Ran;
import dev.earlyphase.weights.Mask;
import dev.earlyphase.weights.Tensors;
import dev.earlyphase.weights.perturbation.EffectiveDeviation;

import static dev.earlyphase.trainer.attempt.Bench.END;
import static dev.earlyphase.trainer.attempt.Bench.REWIND;
import static dev.earlyphase.trainer.attempt.Bench.claim;
import static dev.earlyphase.trainer.attempt.Bench.dense;
import static dev.earlyphase.trainer.attempt.Bench.perturbed;
import static dev.earlyphase.trainer.attempt.Bench.pruned;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class PerturbedTrialTest {
    private final Bench bench = new Bench();
    private final TrialSpec lenet = dense(NetworkName.LENET_300_100, 0.02, 0.9);
    private final Ran dense = bench.run(claim(lenet, 1));

    @ParameterizedTest
    @ValueSource(strings = {"noise:1", "shuffle-global", "magnitudes-redrawn"})
    void survivors_begin_perturbed_and_pruned_weights_stay_zero(String perturbation) {
        Ran ran = bench.run(claim(perturbed(lenet, perturbation), dense, 1, null));

        Mask mask = bench.mask(ran);
        Tensors begin = bench.weights(ran, REWIND);
        Tensors rewound = mask.apply(bench.weights(dense, REWIND));
        assertThat(mask.apply(begin)).isEqualTo(begin);
        assertThat(mask.apply(bench.weights(ran, END))).isEqualTo(bench.weights(ran, END));
        assertThat(begin.get("fc_layers.0.weight")).isNotEqualTo(rewound.get("fc_layers.0.weight"));
        assertThat(begin.get("fc.bias")).isEqualTo(rewound.get("fc.bias"));
    }

    @Test
    void how_far_the_weights_moved_is_reported_pooled_and_for_each_layer() {
        Ran ran = bench.run(claim(perturbed(lenet, "noise:2"), dense, 1, null));

        Mask mask = bench.mask(ran);
        double expected =
                EffectiveDeviation.of(mask.apply(bench.weights(dense, REWIND)), bench.weights(ran, REWIND), mask);
        assertThat(ran.reports().measurements())
                .extracting(Measurement::tensor)
                .containsExactly("*", "fc_layers.0.weight", "fc_layers.1.weight");
        assertThat(ran.reports().measurements()).allSatisfy(measurement -> {
            assertThat(measurement.name()).isEqualTo("effective-standard-deviation");
            assertThat(measurement.iteration()).isEqualTo(REWIND);
        });
        assertThat(ran.reports().measurements().getFirst().values()).containsExactly(expected);
    }

    @Test
    void an_unperturbed_trial_measures_nothing() {
        Ran ran = bench.run(claim(pruned(lenet), dense, 1, null));

        assertThat(ran.reports().measurements()).isEmpty();
    }

    @Test
    void stopped_and_resumed_it_is_not_perturbed_again_and_ends_in_the_same_bits() {
        TrialSpec spec = perturbed(lenet, "noise:1");
        Ran undisturbed = bench.run(claim(spec, dense, 1, null));

        Ran stopped = bench.run(claim(spec, dense, 2, null), 15, Orders.Kind.STOP);
        CheckpointWritten recovery = stopped.reports().checkpoint(15);
        Ran resumed = bench.run(claim(spec, dense, 3, new Claim.Resume(15, recovery.weights(), recovery.momentum())));

        assertThat(resumed.completed().result().weightsSha256())
                .isEqualTo(undisturbed.completed().result().weightsSha256());
        assertThat(bench.weights(resumed, REWIND)).isEqualTo(bench.weights(undisturbed, REWIND));
    }

    @Test
    void a_perturbation_that_there_is_not_is_refused() {
        assertThatThrownBy(() -> bench.run(claim(perturbed(lenet, "melt"), dense, 1, null)))
                .isInstanceOf(Invalid.class)
                .hasMessageStartingWith("perturbation: got melt; allowed: one of ");
    }
}
