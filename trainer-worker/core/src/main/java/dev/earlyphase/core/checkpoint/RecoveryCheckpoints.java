package dev.earlyphase.core.checkpoint;

import java.time.Duration;
import java.util.function.LongSupplier;

import dev.earlyphase.contracts.event.CheckpointWritten.Purpose;
import dev.earlyphase.contracts.trial.TrialSpec;
import dev.earlyphase.core.engine.Session;
import dev.earlyphase.core.training.Outcome;
import dev.earlyphase.core.training.Snapshot;
import dev.earlyphase.core.training.TrainingListener;

/** Keeps the state every so often by the clock, and when a run is stopped, so that another attempt can go on from it. */
public final class RecoveryCheckpoints implements TrainingListener {
    private final long every;
    private final LongSupplier clock;
    private final boolean withMomentum;
    private final CheckpointSink sink;
    private long last;

    /** @param clock nanoseconds, such as {@link System#nanoTime} */
    public RecoveryCheckpoints(TrialSpec spec, Duration every, LongSupplier clock, CheckpointSink sink) {
        this.every = every.toNanos();
        this.clock = clock;
        this.withMomentum = spec.training().momentum() > 0;
        this.sink = sink;
        this.last = clock.getAsLong();
    }

    @Override
    public void reached(int iteration, Session session) {
        if (clock.getAsLong() - last >= every) {
            write(iteration, session);
        }
    }

    @Override
    public void ended(Outcome outcome, Session session) {
        switch (outcome) {
            case Outcome.Stopped stopped -> write(stopped.iteration(), session);
            case Outcome.Completed completed -> {}
            case Outcome.Diverged diverged -> {}
        }
    }

    private void write(int iteration, Session session) {
        sink.write(Purpose.RECOVERY, Snapshot.of(session, iteration, withMomentum));
        last = clock.getAsLong();
    }
}
