package dev.earlyphase.core.task;

import dev.earlyphase.contracts.catalog.DataSetName;
import dev.earlyphase.contracts.error.Check;
import dev.earlyphase.contracts.error.DomainException.Invalid;
import dev.earlyphase.contracts.trial.Task;
import dev.earlyphase.contracts.trial.TrialSpec;
import dev.earlyphase.core.data.DataSet;

/**
 * What one trial learns, and is tested on.
 *
 * @param data the images, as they are before augmentation and turns; the labels in force are those that are shown
 * @param classes length of the vector of logits
 * @param training how training images are shown in an epoch
 * @param test how test images are shown, which is the same at all times: as in epoch 0
 */
public record Lesson(DataSet data, int classes, Showing training, Showing test) {
    /** The data set's own labels. */
    public static Lesson of(DataSet data) {
        return new Lesson(data, data.training().classes(), Showing.asIs(data.training()), Showing.asIs(data.test()));
    }

    /** The task of a trial, on the training images that it uses. */
    public static Lesson of(TrialSpec spec, DataSet complete) {
        DataSet data = complete.first(spec.dataset().examples(spec.training().trainExamples()));
        Task task = spec.task();
        return task == null ? of(data) : kind(task).lesson(task, spec.seed(), data);
    }

    /** How many classes the network of a trial must tell apart. */
    public static int classes(TrialSpec spec) {
        Task task = spec.task();
        return task == null ? DataSetName.CLASSES : kind(task).classes(DataSetName.CLASSES);
    }

    private static LearningTask kind(Task task) {
        LearningTask kind = Tasks.named(task.kind())
                .orElseThrow(() -> new Invalid("task.kind", task.kind(), "one of " + String.join(", ", Tasks.kinds())));
        Check.that(
                kind.takesFraction() || task.fraction() == 1,
                "task.fraction",
                task.fraction(),
                "1 for " + task.kind() + ", which concerns all images");
        Check.that(
                kind.draws() || task.labels() == Task.Labels.PER_IMAGE,
                "task.labels",
                task.labels(),
                "per-image for " + task.kind() + ", in which nothing is random");
        return kind;
    }
}
