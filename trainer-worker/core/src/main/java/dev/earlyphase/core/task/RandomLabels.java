package dev.earlyphase.core.task;

import java.util.Arrays;

import dev.earlyphase.contracts.trial.Task;
import dev.earlyphase.core.data.DataSet;
import dev.earlyphase.core.data.ImageSet;
import dev.earlyphase.core.random.Draws;
import dev.earlyphase.core.random.Purpose;

/**
 * Removes what an image says of its label: round(fraction × images) of the training images, chosen at random, have labels
 * drawn uniformly from all classes, the right one among them. The test set keeps its own.
 */
final class RandomLabels implements LearningTask {
    @Override
    public String kind() {
        return "random-labels";
    }

    @Override
    public boolean takesFraction() {
        return true;
    }

    @Override
    public boolean draws() {
        return true;
    }

    @Override
    public Lesson lesson(Task task, long seed, DataSet data) {
        Lesson own = Lesson.of(data);
        Showing drawn =
                switch (task.labels()) {
                    case PER_IMAGE -> shown(draw(data.training(), task.fraction(), seed, 0));
                    case PER_EPOCH -> new DrawnEachEpoch(epoch -> draw(data.training(), task.fraction(), seed, epoch));
                };
        return new Lesson(data, own.classes(), drawn, own.test());
    }

    private static Showing shown(byte[] labels) {
        return (epoch, image) -> labels[image];
    }

    private static byte[] draw(ImageSet images, double fraction, long seed, int epoch) {
        Draws draws = new Draws(seed, Purpose.TASK_LABELS, epoch);
        byte[] labels = Arrays.copyOf(images.labels(), images.size());
        int[] order = draws.permutation(labels.length);
        long replaced = Math.round(fraction * labels.length);
        for (int i = 0; i < replaced; i++) {
            // Item 0 has drawn the order.
            labels[order[i]] = (byte) draws.item(1 + order[i]).below(images.classes());
        }
        return labels;
    }
}
