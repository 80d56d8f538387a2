package dev.earlyphase.core.gradient;

import java.util.Arrays;

import dev.earlyphase.contracts.trial.TrialSpec;
import dev.earlyphase.core.engine.Engine;
import dev.earlyphase.core.engine.Session;
import dev.earlyphase.core.network.Network;
import dev.earlyphase.core.random.Draws;
import dev.earlyphase.core.random.Purpose;
import dev.earlyphase.core.task.Lesson;

/**
 * What is measured beside training: a network on the images that it learns.
 *
 * @param batchSize of the trial
 * @param seed of the trial, from which images and directions are drawn
 */
public record Subject(Engine engine, Network network, Lesson lesson, int batchSize, long seed) {
    /** The network of a trial. */
    public static Subject of(Engine engine, Network network, Lesson lesson, TrialSpec spec) {
        return new Subject(engine, network, lesson, spec.training().batchSize(), spec.seed());
    }

    /** How many training images there are. */
    public int images() {
        return lesson.data().training().size();
    }

    /**
     * A session beside that of training. It computes in fp32 whatever the trial does: what is measured is the loss, not
     * how an engine rounds it.
     */
    public Session open(int batchSize) {
        return engine.open(network, batchSize);
    }

    /** Up to {@code count} different training images, always the same ones for one seed and purpose. */
    public int[] draw(Purpose purpose, int count) {
        int[] order = new Draws(seed, purpose, 0).permutation(images());
        return Arrays.copyOf(order, Math.min(count, order.length));
    }

    public ImageBatches batches(int[] examples, int batchSize) {
        return ImageBatches.training(lesson, examples, batchSize);
    }
}
