package dev.earlyphase.core.pruning;

import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import dev.earlyphase.contracts.error.DomainException.Refused;
import dev.earlyphase.core.engine.Batch;
import dev.earlyphase.core.engine.Engine;
import dev.earlyphase.core.engine.FlatVector;
import dev.earlyphase.core.engine.Session;
import dev.earlyphase.core.gradient.MeanGradient;
import dev.earlyphase.core.network.Layer;
import dev.earlyphase.core.network.Linear;
import dev.earlyphase.core.network.Network;
import dev.earlyphase.core.network.Parameter;
import dev.earlyphase.weights.Mask;
import dev.earlyphase.weights.Tensor;
import dev.earlyphase.weights.Tensors;

/**
 * How much of an all-ones image flows through each weight of a network of magnitudes: |w ∂R/∂w|, where R is the sum of the
 * outputs, all weights are replaced by their magnitudes, biases by zero, and batch norm is left out.
 *
 * <p>Engines know the gradient of a cross-entropy only. So a last layer adds all outputs up into one logit beside another
 * that is always zero, and the label says that other: the gradient is then p·∂R/∂w with one number p for all weights, which
 * changes no ranking. In deep networks R may be beyond single precision; image and last layer are therefore scaled by
 * powers of two, one more factor for all weights.
 */
final class SynapticFlow implements AutoCloseable {
    private static final String SUM = "sum";
    private static final int LABEL_OF_ZERO = 1;
    private static final int SCALE_STEP = 12;
    private static final int LARGEST_SCALE = 108;
    /** A highest score below this leaves the lowest ones too little room. */
    private static final double FAINT = 1e-12;

    private final Network network;
    private final Network summing;
    private final Tensors state;
    private final Session session;
    private final FloatBuffer image;
    private int scale;

    /** @param state of the network, nothing pruned */
    SynapticFlow(Engine engine, Network network, Tensors state) {
        this.network = network;
        this.state = state;
        List<Layer> layers =
                new ArrayList<>(network.replacingNorms(norm -> List.of()).layers());
        layers.add(new Linear(SUM, network.classes(), 2));
        this.summing = new Network(network.name(), network.input(), 2, layers, network.spared());
        this.image = Batch.buffer(network.input(), 1);
        this.session = engine.open(summing, 1);
    }

    /**
     * Scores, up to one factor, of all weights under a mask; those that are pruned have none.
     *
     * @throws Refused if nothing flows or it flows beyond what single precision can tell
     */
    Tensors scores(Mask mask) {
        int direction = 0;
        for (int tries = 0; tries <= 2 * LARGEST_SCALE / SCALE_STEP && Math.abs(scale) <= LARGEST_SCALE; tries++) {
            float[] scores = scaledScores(mask);
            double highest = highest(scores);
            int needed = !Double.isFinite(highest) ? 1 : highest < FAINT ? -1 : 0;
            if (needed == 0 || needed == -direction && highest > 0) {
                return FlatVector.tensors(scores, summing.trainable());
            }
            direction = needed;
            scale += direction * SCALE_STEP;
        }
        throw new Refused("synflow cannot score %s: what flows through %d of its %d weights is %s single precision"
                .formatted(network.name(), mask.survivors(), mask.size(), direction > 0 ? "above" : "below"));
    }

    /** Image and last layer scaled by 2 to the power of {@code -scale}. */
    private float[] scaledScores(Mask mask) {
        float factor = Math.scalb(1f, -scale);
        Tensors magnitudes = mask.apply(magnitudes(factor));
        session.restore(magnitudes);
        session.restoreMomentum(Tensors.of());
        for (int i = 0; i < network.input().elements(); i++) {
            image.put(i, factor);
        }
        session.step(new Batch(image, new int[] {LABEL_OF_ZERO}, 1), MeanGradient.NOTHING);
        float[] scores = new float[summing.size()];
        session.readGradient(scores);
        float[] weights = FlatVector.of(magnitudes, summing.trainable());
        for (int i = 0; i < scores.length; i++) {
            scores[i] = Math.abs(weights[i] * scores[i]);
        }
        return scores;
    }

    private Tensors magnitudes(float lastFactor) {
        List<Tensor> tensors = new ArrayList<>();
        for (Parameter parameter : summing.parameters()) {
            float[] values = new float[parameter.elements()];
            if (parameter.name().equals(SUM + ".weight")) {
                Arrays.fill(values, 0, network.classes(), lastFactor);
            } else if (parameter.kind() == Parameter.Kind.WEIGHT) {
                float[] weights = state.get(parameter.name()).values();
                for (int i = 0; i < values.length; i++) {
                    values[i] = Math.abs(weights[i]);
                }
            }
            tensors.add(new Tensor(parameter.name(), parameter.shape(), values));
        }
        return Tensors.of(tensors);
    }

    /** Not finite where any score is not. */
    private static double highest(float[] scores) {
        double highest = 0;
        for (float score : scores) {
            highest = Math.max(highest, score);
        }
        return highest;
    }

    @Override
    public void close() {
        session.close();
    }
}
