package dev.earlyphase.trainer.attempt;

import java.util.List;
import java.util.Optional;

import dev.earlyphase.contracts.claim.Claim;
import dev.earlyphase.contracts.event.TelemetryBatch.Measurement;
import dev.earlyphase.contracts.trial.Perturbation;
import dev.earlyphase.core.network.Network;
import dev.earlyphase.core.network.Parameter;
import dev.earlyphase.core.perturbation.PerturbedState;
import dev.earlyphase.core.training.Snapshot;
import dev.earlyphase.weights.Mask;
import dev.earlyphase.weights.Tensor;
import dev.earlyphase.weights.Tensors;

/**
 * Where an attempt begins.
 *
 * @param begin the state at the trial's begin, pruned weights exactly zero, survivors perturbed where that is asked for
 * @param from the state to train on from: {@code begin}, or where an earlier attempt left off
 * @param initial W_0 of the run that this trial descends from, with which telemetry compares
 * @param measured how far a perturbation moved the weights; empty where there is none
 */
record StartOfAttempt(Snapshot begin, Snapshot from, Tensors initial, List<Measurement> measured) {
    /**
     * @param unmasked the {@linkplain BeginOfTrial begin} before mask and perturbation
     * @param left where an earlier attempt left off
     */
    static StartOfAttempt of(
            Claim claim,
            Network network,
            Snapshot unmasked,
            Optional<Mask> mask,
            Optional<Snapshot> left,
            Checkpoints checkpoints) {
        Tensors initial = claim.initialisation() == null ? unmasked.state() : checkpoints.fetch(claim.initialisation());
        Snapshot masked = masked(unmasked, mask);
        Perturbation perturbation = claim.spec().perturbation();
        if (perturbation == null) {
            return new StartOfAttempt(masked, from(left, masked, mask), initial, List.of());
        }
        PerturbedState perturbed = PerturbedState.of(
                perturbation,
                claim.spec(),
                network,
                mask.orElseGet(() -> dense(network, masked.state())),
                masked.state(),
                initial);
        var begin = new Snapshot(masked.iteration(), perturbed.state(), masked.momentum());
        return new StartOfAttempt(begin, from(left, begin, mask), initial, perturbed.deviations());
    }

    /** A state that was left off has been perturbed at its begin and is taken as it is. */
    private static Snapshot from(Optional<Snapshot> left, Snapshot begin, Optional<Mask> mask) {
        return left.map(snapshot -> masked(snapshot, mask)).orElse(begin);
    }

    private static Snapshot masked(Snapshot snapshot, Optional<Mask> mask) {
        return mask.map(m -> new Snapshot(snapshot.iteration(), m.apply(snapshot.state()), snapshot.momentum()))
                .orElse(snapshot);
    }

    private static Mask dense(Network network, Tensors state) {
        return Mask.dense(Tensors.of(
                network.prunable().stream().map(Parameter::name).map(state::get).toArray(Tensor[]::new)));
    }
}
