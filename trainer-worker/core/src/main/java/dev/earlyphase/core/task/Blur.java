package dev.earlyphase.core.task;

import java.util.Arrays;

import dev.earlyphase.contracts.trial.Task;
import dev.earlyphase.core.data.DataSet;
import dev.earlyphase.core.data.ImageSet;

/** Removes detail: training images are {@linkplain BilinearBlur blurred}, under their labels. The test set stays clear. */
final class Blur implements LearningTask {
    @Override
    public String kind() {
        return "blur";
    }

    @Override
    public boolean draws() {
        return false;
    }

    @Override
    public Lesson lesson(Task task, long seed, DataSet data) {
        return Lesson.of(blurred(data));
    }

    static DataSet blurred(DataSet data) {
        ImageSet clear = data.training();
        byte[] labels = Arrays.copyOf(clear.labels(), clear.size());
        return data.withTraining(new ImageSet(clear.shape(), clear.classes(), BilinearBlur.blurred(clear), labels));
    }
}
