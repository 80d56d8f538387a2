package dev.earlyphase.core.gradient;

import dev.earlyphase.core.engine.Batch;
import dev.earlyphase.core.engine.Session;
import dev.earlyphase.core.engine.Update;
import dev.earlyphase.weights.Tensors;

/**
 * The gradient of the mean cross-entropy over some images, as a function of the surviving trainable parameters. Batch norm
 * normalises by the statistics of each batch, as in training; weight decay and augmentation have no part in it.
 */
public final class MeanGradient {
    /** Forward and backward pass alone: the weights stay as they are. */
    public static final Update NOTHING = new Update(0, 0, 0);

    private static final Tensors ZEROS = Tensors.of();

    private final Session session;
    private final Weights weights;
    private final ImageBatches images;

    /** @param session that nobody else uses; its state is overwritten */
    public MeanGradient(Session session, Weights weights, ImageBatches images) {
        this.session = session;
        this.weights = weights;
        this.images = images;
    }

    /** At the weights themselves. */
    public float[] here() {
        return at(weights.flat());
    }

    /** At any weights; zero where a weight is pruned. */
    public float[] at(float[] trainable) {
        session.restore(weights.moved(trainable));
        session.restoreMomentum(ZEROS);
        double[] sum = new double[trainable.length];
        float[] gradient = new float[trainable.length];
        for (Batch batch : images) {
            session.step(batch, NOTHING);
            session.readGradient(gradient);
            for (int i = 0; i < sum.length; i++) {
                sum[i] += (double) batch.size() * gradient[i];
            }
        }
        for (int i = 0; i < sum.length; i++) {
            gradient[i] = weights.survivors()[i] == 0 ? 0 : (float) (sum[i] / images.size());
        }
        return gradient;
    }

    public Weights weights() {
        return weights;
    }
}
