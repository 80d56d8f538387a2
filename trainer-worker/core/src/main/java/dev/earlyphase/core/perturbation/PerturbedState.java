package dev.earlyphase.core.perturbation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import dev.earlyphase.contracts.error.Check;
import dev.earlyphase.contracts.error.DomainException.Invalid;
import dev.earlyphase.contracts.event.TelemetryBatch.Measurement;
import dev.earlyphase.contracts.trial.Perturbation;
import dev.earlyphase.contracts.trial.TrialSpec;
import dev.earlyphase.core.network.Network;
import dev.earlyphase.core.network.Parameter;
import dev.earlyphase.core.random.Purpose;
import dev.earlyphase.core.random.TensorDraws;
import dev.earlyphase.weights.Mask;
import dev.earlyphase.weights.Tensors;
import dev.earlyphase.weights.perturbation.EffectiveDeviation;
import dev.earlyphase.weights.perturbation.PerturbationRule;
import dev.earlyphase.weights.perturbation.Perturbations;
import dev.earlyphase.weights.perturbation.SubNetwork;

/**
 * What a perturbation makes of a state, and how large a change it was. The draws depend on the trial's seed alone, so that
 * noise of two scales is the same noise, longer and shorter.
 *
 * @param state all tensors
 * @param deviations the effective standard deviation, pooled and for each layer, at the trial's begin
 */
public record PerturbedState(Tensors state, List<Measurement> deviations) {
    private static final String EFFECTIVE_DEVIATION = "effective-standard-deviation";

    /**
     * @param mask which weights survive; all prunable tensors are covered
     * @param begin the state at the trial's begin, pruned weights zero
     * @param initial W_0 of the run that the trial descends from
     * @throws Invalid where there is no such perturbation or it does not take such a scale
     */
    public static PerturbedState of(
            Perturbation perturbation, TrialSpec spec, Network network, Mask mask, Tensors begin, Tensors initial) {
        var before = new SubNetwork(begin, mask, initial, deviations(network));
        var draws = new TensorDraws(
                spec.seed(),
                Purpose.PERTURBATION,
                network.parameters().stream().map(Parameter::name).toList());
        Tensors after = rule(perturbation).apply(before, perturbation.scale(), draws::of);
        return new PerturbedState(after, measured(begin, after, mask, spec.beginIteration()));
    }

    private static PerturbationRule rule(Perturbation perturbation) {
        PerturbationRule rule = Perturbations.named(perturbation.kind())
                .orElseThrow(() -> new Invalid(
                        "perturbation", perturbation, "one of " + String.join(", ", Perturbations.kinds())));
        Check.that(
                rule.takesScale() == perturbation.scale() > 0,
                "perturbation",
                perturbation,
                rule.takesScale() ? rule.kind() + " with its scale, such as " + rule.kind() + ":0.5" : rule.kind());
        return rule;
    }

    private static Map<String, Double> deviations(Network network) {
        Map<String, Double> deviations = new HashMap<>();
        network.prunable().forEach(parameter -> deviations.put(parameter.name(), parameter.initialDeviation()));
        return deviations;
    }

    private static List<Measurement> measured(Tensors before, Tensors after, Mask mask, int iteration) {
        List<Measurement> measured = new ArrayList<>();
        measured.add(measurement(iteration, Measurement.ALL, EffectiveDeviation.of(before, after, mask)));
        EffectiveDeviation.perTensor(before, after, mask)
                .forEach((tensor, deviation) -> measured.add(measurement(iteration, tensor, deviation)));
        return measured;
    }

    private static Measurement measurement(int iteration, String tensor, double deviation) {
        return new Measurement(iteration, EFFECTIVE_DEVIATION, tensor, List.of(deviation));
    }
}
