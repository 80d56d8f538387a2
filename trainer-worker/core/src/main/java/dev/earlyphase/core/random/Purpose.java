package dev.earlyphase.core.random;

/** What a draw is for, so that no two uses of a seed see the same bits. The codes are part of every result: never reuse one. */
public enum Purpose {
    INITIALISATION(1),
    DATA_ORDER(2),
    AUGMENTATION(3),
    STROKES_TRAINING(4),
    STROKES_TEST(5),
    TASK_LABELS(6),
    TASK_ANGLES(7),
    TASK_ANGLES_OF_TEST(8),
    PERTURBATION(9),
    SHUFFLED_MASK(10),
    TRACED_WEIGHTS(11),
    PROBE_IMAGES(12),
    PROBE_BATCHES(13),
    PROBE_DIRECTION(14),
    LINE_IMAGES(15),
    PRUNING_IMAGES(16),
    PRUNING_CHOICE(17);

    private final int code;

    Purpose(int code) {
        this.code = code;
    }

    int code() {
        return code;
    }
}
