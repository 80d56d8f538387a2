package dev.earlyphase.core.task;

import dev.earlyphase.contracts.trial.Task;
import dev.earlyphase.core.data.DataSet;
import dev.earlyphase.core.random.Draws;
import dev.earlyphase.core.random.Purpose;

/**
 * Removes the labels: images turned by 0, 90, 180 or 270 degrees, and the turn is to be told (Gidaris et al. 2018). Angles
 * of training images are drawn for each image or each epoch, those of test images once for each.
 */
final class Rotation implements LearningTask {
    private static final int ANGLES = 4;

    @Override
    public String kind() {
        return "rotation";
    }

    @Override
    public boolean draws() {
        return true;
    }

    @Override
    public int classes(int ofDataSet) {
        return ANGLES;
    }

    @Override
    public Lesson lesson(Task task, long seed, DataSet data) {
        boolean eachEpoch = task.labels() == Task.Labels.PER_EPOCH;
        return new Lesson(
                data,
                ANGLES,
                new Turned(seed, Purpose.TASK_ANGLES, eachEpoch),
                new Turned(seed, Purpose.TASK_ANGLES_OF_TEST, false));
    }

    private record Turned(long seed, Purpose purpose, boolean eachEpoch) implements Showing {
        @Override
        public int label(int epoch, int image) {
            return quarterTurns(epoch, image);
        }

        @Override
        public int quarterTurns(int epoch, int image) {
            return new Draws(seed, purpose, eachEpoch ? epoch : 0).item(image).below(ANGLES);
        }
    }
}
