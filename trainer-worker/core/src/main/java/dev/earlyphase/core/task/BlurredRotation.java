package dev.earlyphase.core.task;

import dev.earlyphase.contracts.trial.Task;
import dev.earlyphase.core.data.DataSet;

/** Removes both labels and detail: {@link Blur}, then {@link Rotation}; test images are turned but clear. */
final class BlurredRotation implements LearningTask {
    private final LearningTask rotation = new Rotation();

    @Override
    public String kind() {
        return "blur-rotation";
    }

    @Override
    public boolean draws() {
        return rotation.draws();
    }

    @Override
    public int classes(int ofDataSet) {
        return rotation.classes(ofDataSet);
    }

    @Override
    public Lesson lesson(Task task, long seed, DataSet data) {
        return rotation.lesson(task, seed, Blur.blurred(data));
    }
}
