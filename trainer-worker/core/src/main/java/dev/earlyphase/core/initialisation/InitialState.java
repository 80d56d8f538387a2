package dev.earlyphase.core.initialisation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;

import dev.earlyphase.contracts.trial.Initialisation;
import dev.earlyphase.core.network.Network;
import dev.earlyphase.core.network.Parameter;
import dev.earlyphase.core.random.Draws;
import dev.earlyphase.core.random.Purpose;
import dev.earlyphase.weights.Tensor;
import dev.earlyphase.weights.Tensors;

/**
 * W_0: Kaiming-normal weights with fan-in (He et al. 2015; standard deviation √(2 / fan-in)), biases uniform within
 * ±1/√fan-in as PyTorch draws them, batch-norm scales 1 or uniform on [0, 1), shifts and running means 0, running
 * variances 1. A value depends on (seed, number of the tensor, index) alone.
 */
public final class InitialState {
    private InitialState() {}

    /** Every parameter and running statistic of a network, in its order. */
    public static Tensors draw(Network network, Initialisation scales, long seed) {
        return draw(network, scales, seed, parameter -> true);
    }

    /** Those that are wanted, with the values that they have among all. */
    public static Tensors draw(Network network, Initialisation scales, long seed, Predicate<Parameter> wanted) {
        List<Parameter> parameters = network.parameters();
        List<Tensor> tensors = new ArrayList<>();
        for (int number = 0; number < parameters.size(); number++) {
            Parameter parameter = parameters.get(number);
            if (wanted.test(parameter)) {
                Draws draws = new Draws(seed, Purpose.INITIALISATION, number);
                tensors.add(new Tensor(parameter.name(), parameter.shape(), values(parameter, scales, draws)));
            }
        }
        return Tensors.of(tensors);
    }

    private static float[] values(Parameter parameter, Initialisation scales, Draws draws) {
        float[] values = new float[parameter.elements()];
        switch (parameter.kind()) {
            case WEIGHT -> {
                double deviation = parameter.initialDeviation();
                for (int i = 0; i < values.length; i++) {
                    values[i] = (float) (deviation * draws.item(i).normal());
                }
            }
            case BIAS -> {
                double bound = 1 / Math.sqrt(parameter.fanIn());
                for (int i = 0; i < values.length; i++) {
                    values[i] = (float) draws.item(i).between(-bound, bound);
                }
            }
            case GAMMA -> {
                for (int i = 0; i < values.length; i++) {
                    values[i] = switch (scales) {
                        case ONES -> 1;
                        case UNIFORM -> draws.item(i).uniformFloat();
                    };
                }
            }
            case RUNNING_VARIANCE -> Arrays.fill(values, 1);
            case BETA, RUNNING_MEAN -> Arrays.fill(values, 0);
        }
        return values;
    }
}
