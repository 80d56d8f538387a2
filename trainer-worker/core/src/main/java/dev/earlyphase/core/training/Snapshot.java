package dev.earlyphase.core.training;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

import dev.earlyphase.contracts.error.Check;
import dev.earlyphase.contracts.error.DomainException.Invalid;
import dev.earlyphase.contracts.trial.Start;
import dev.earlyphase.contracts.trial.TrialSpec;
import dev.earlyphase.core.engine.Session;
import dev.earlyphase.core.initialisation.InitialState;
import dev.earlyphase.core.network.Network;
import dev.earlyphase.core.network.Parameter;
import dev.earlyphase.weights.Tensor;
import dev.earlyphase.weights.Tensors;

/**
 * All that a run needs to go on from an iteration, since every random draw is a function of its place.
 *
 * @param iteration updates made so far
 * @param state every parameter and running statistic
 * @param momentum of the trainable parameters; an empty collection stands for zeros
 */
public record Snapshot(int iteration, Tensors state, Tensors momentum) {
    private static final Tensors ZEROS = Tensors.of();

    /** The weights W_0 of a trial that starts from its own initialisation. */
    public static Snapshot initial(TrialSpec spec, Network network) {
        return new Snapshot(0, InitialState.draw(network, spec.initialisation(), spec.seed()), ZEROS);
    }

    /**
     * The start of a rewound trial out of the checkpoint at its rewinding point, momentum and running statistics treated
     * as the trial asks.
     */
    public static Snapshot rewound(Start.Rewound start, Network network, Snapshot checkpoint) {
        Tensors state =
                switch (start.batchNorm()) {
                    case RESTORED -> checkpoint.state();
                    case RESET -> withoutStatistics(network, checkpoint.state());
                };
        Tensors momentum =
                switch (start.momentum()) {
                    case ZERO -> ZEROS;
                    case RESTORED -> checkpoint.momentum();
                };
        return new Snapshot(checkpoint.iteration(), state, momentum);
    }

    /**
     * The start of a trial that takes what another has learnt, out of the checkpoint at its moment: momentum zero, the
     * output layer of this trial's own initialisation where it is drawn anew.
     *
     * @throws Invalid where the output layer is to be kept but has another shape
     */
    public static Snapshot pretrained(Start.Pretrained start, TrialSpec spec, Network network, Tensors checkpoint) {
        Set<String> head =
                switch (start.head()) {
                    case REDRAWN -> network.head();
                    case KEPT -> Set.of();
                };
        Tensors drawn = InitialState.draw(
                network, spec.initialisation(), spec.seed(), parameter -> head.contains(parameter.name()));
        List<Tensor> tensors = new ArrayList<>();
        for (Parameter parameter : network.parameters()) {
            Tensor tensor = drawn.find(parameter.name()).orElseGet(() -> checkpoint.get(parameter.name()));
            Check.that(
                    tensor.shape().equals(parameter.shape()),
                    "start.head",
                    "kept",
                    "redrawn: %s has shape %s in what was learnt, %s here"
                            .formatted(parameter.name(), tensor.shape(), parameter.shape()));
            tensors.add(tensor);
        }
        return new Snapshot(spec.beginIteration(), Tensors.of(tensors), ZEROS);
    }

    /** What the session holds now; momentum only where the recipe has any. */
    public static Snapshot of(Session session, int iteration, boolean withMomentum) {
        return new Snapshot(iteration, session.state(), withMomentum ? session.momentum() : ZEROS);
    }

    private static Tensors withoutStatistics(Network network, Tensors state) {
        List<Tensor> tensors = new ArrayList<>();
        for (Parameter parameter : network.parameters()) {
            Tensor tensor = state.get(parameter.name());
            tensors.add(
                    switch (parameter.kind()) {
                        case WEIGHT, BIAS, GAMMA, BETA -> tensor;
                        case RUNNING_MEAN -> filled(tensor, 0);
                        case RUNNING_VARIANCE -> filled(tensor, 1);
                    });
        }
        return Tensors.of(tensors);
    }

    private static Tensor filled(Tensor tensor, float value) {
        float[] values = new float[tensor.values().length];
        Arrays.fill(values, value);
        return new Tensor(tensor.name(), tensor.shape(), values);
    }
}
