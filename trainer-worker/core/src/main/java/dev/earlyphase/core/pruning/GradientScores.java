package dev.earlyphase.core.pruning;

import java.util.Optional;

import dev.earlyphase.core.engine.FlatVector;
import dev.earlyphase.core.engine.Session;
import dev.earlyphase.core.gradient.ImageBatches;
import dev.earlyphase.core.gradient.MeanGradient;
import dev.earlyphase.core.gradient.Subject;
import dev.earlyphase.core.gradient.Weights;
import dev.earlyphase.core.random.Purpose;
import dev.earlyphase.weights.Mask;
import dev.earlyphase.weights.Tensors;
import dev.earlyphase.weights.pruning.HighestScores;
import dev.earlyphase.weights.pruning.Pruned;

/** What rules share that score weights by gradients of the loss at the start. */
final class GradientScores {
    /** The papers take a batch, or ten images a class; ten batches leave less to chance. */
    private static final int BATCHES = 10;

    /** Scores of all trainable parameters, flattened in the network's order; the higher, the sooner kept. */
    @FunctionalInterface
    interface Scores {
        float[] of(MeanGradient gradient);
    }

    private GradientScores() {}

    /** Prunes by the mean loss over ten batches of training images drawn by the seed, or over all where there are fewer. */
    static Pruned prune(Subject subject, Tensors state, Mask dense, long survivors, Scores scores) {
        int[] examples = subject.draw(Purpose.PRUNING_IMAGES, BATCHES * subject.batchSize());
        ImageBatches images = subject.batches(examples, subject.batchSize());
        try (Session session = subject.open(images.batchSize())) {
            Weights weights = Weights.of(subject.network(), state, Optional.empty());
            float[] flat = scores.of(new MeanGradient(session, weights, images));
            Tensors named = FlatVector.tensors(flat, subject.network().trainable());
            return HighestScores.keep(named, dense, survivors);
        }
    }
}
