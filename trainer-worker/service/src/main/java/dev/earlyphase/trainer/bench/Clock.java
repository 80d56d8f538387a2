package dev.earlyphase.trainer.bench;

import java.util.concurrent.TimeUnit;

import dev.earlyphase.core.engine.Session;
import dev.earlyphase.core.training.TrainingListener;

/** Runs from one iteration of a run to its end. */
final class Clock implements TrainingListener {
    private final int from;
    private long start;
    private long end;

    Clock(int from) {
        this.from = from;
    }

    @Override
    public void reached(int iteration, Session session) {
        end = System.nanoTime();
        if (iteration == from) {
            start = end;
        }
    }

    double milliseconds() {
        return (end - start) / (double) TimeUnit.MILLISECONDS.toNanos(1);
    }
}
