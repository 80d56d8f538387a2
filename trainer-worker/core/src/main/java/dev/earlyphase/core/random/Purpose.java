package dev.earlyphase.core.random;

/** What a draw is for, so that no two uses of a seed see the same bits. The codes are part of every result: never reuse one. */
public enum Purpose {
    INITIALISATION(1),
    DATA_ORDER(2),
    AUGMENTATION(3),
    STROKES_TRAINING(4),
    STROKES_TEST(5),
    PROBE_IMAGES(20),
    PROBE_BATCHES(21),
    PROBE_DIRECTION(22),
    LINE_IMAGES(23),
    PRUNING_IMAGES(24),
    PRUNING_CHOICE(25);

    private final int code;

    Purpose(int code) {
        this.code = code;
    }

    int code() {
        return code;
    }
}
