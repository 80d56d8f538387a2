package dev.earlyphase.core.task;

import dev.earlyphase.contracts.trial.Task;
import dev.earlyphase.core.data.DataSet;

/** A kind of task: how it alters what is learnt of a data set. */
public interface LearningTask {
    /** What specs name it by, for example {@code rotation}. */
    String kind();

    /** Whether it can be applied to a fraction of the images. */
    default boolean takesFraction() {
        return false;
    }

    /** Whether something in it is random, and so can be drawn anew each epoch. */
    boolean draws();

    /** How many classes it has on a data set with so many. */
    default int classes(int ofDataSet) {
        return ofDataSet;
    }

    /**
     * @param seed of what is random
     * @param data with the training images that the trial uses
     */
    Lesson lesson(Task task, long seed, DataSet data);
}
