package dev.earlyphase.core.task;

import java.util.List;
import java.util.Optional;

/** All kinds of task there are. A new one is a class and a line here. */
public final class Tasks {
    private static final List<LearningTask> ALL =
            List.of(new RandomLabels(), new Rotation(), new Blur(), new BlurredRotation());

    private Tasks() {}

    /** The task of that kind, or empty where there is none. */
    public static Optional<LearningTask> named(String kind) {
        return ALL.stream().filter(task -> task.kind().equals(kind)).findFirst();
    }

    /** The names of all kinds, in the paper's order. */
    public static List<String> kinds() {
        return ALL.stream().map(LearningTask::kind).toList();
    }
}
