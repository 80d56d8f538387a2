package dev.earlyphase.core.pruning;

import java.util.Arrays;

import dev.earlyphase.core.gradient.Hessian;
import dev.earlyphase.core.gradient.MeanGradient;
import dev.earlyphase.core.gradient.Subject;
import dev.earlyphase.core.network.Parameter;
import dev.earlyphase.core.spectrum.Vectors;
import dev.earlyphase.weights.Mask;
import dev.earlyphase.weights.Tensors;
import dev.earlyphase.weights.pruning.Pruned;

/**
 * Keeps the weights whose removal would hurt the gradient flow gᵀg most (Wang et al. 2020, "Picking Winning Tickets Before
 * Training by Preserving Gradient Flow", equation 8 and algorithm 2). Removing w changes the flow by about twice S(−w) =
 * −w ⊙ Hg; the authors remove the weights of highest S(−w), since without them the flow grows or loses least. So the
 * highest w ⊙ Hg stay. As in their code, g and H are in the weights of convolutions and linear layers alone; unlike there,
 * the logits are not divided by a temperature.
 */
final class Grasp implements StartPruning {
    @Override
    public String rule() {
        return "grasp";
    }

    @Override
    public Pruned prune(Subject subject, Tensors state, Mask dense, long survivors) {
        return GradientScores.prune(subject, state, dense, survivors, Grasp::scores);
    }

    private static float[] scores(MeanGradient gradient) {
        float[] ofWeights = Vectors.product(gradient.here(), weightsOnly(gradient));
        if (Vectors.norm(ofWeights) == 0) {
            return ofWeights;
        }
        return Vectors.product(gradient.weights().flat(), new Hessian(gradient, Hessian.USUAL_STEP).times(ofWeights));
    }

    /** 1 for a weight of a convolution or a linear layer, else 0. */
    private static float[] weightsOnly(MeanGradient gradient) {
        float[] chosen = new float[gradient.weights().flat().length];
        int from = 0;
        for (Parameter parameter : gradient.weights().network().trainable()) {
            if (parameter.kind() == Parameter.Kind.WEIGHT) {
                Arrays.fill(chosen, from, from + parameter.elements(), 1);
            }
            from += parameter.elements();
        }
        return chosen;
    }
}
