package dev.earlyphase.core.training;

/** How a run ended. */
public sealed interface Outcome {
    /** Updates made since the very beginning, earlier attempts included. */
    int iteration();

    /** The end was reached. @param loss of the last batch, before its update */
    record Completed(int iteration, double loss) implements Outcome {}

    /** The loss of the batch at {@code iteration} was infinite or not a number. */
    record Diverged(int iteration, double loss) implements Outcome {}

    /** Somebody asked for it; the run can go on from {@code iteration}. */
    record Stopped(int iteration) implements Outcome {}
}
