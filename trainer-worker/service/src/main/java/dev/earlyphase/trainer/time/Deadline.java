package dev.earlyphase.trainer.time;

import java.time.Duration;
import java.util.function.LongSupplier;

/** An end of waiting that does not move when somebody sets the machine's clock. */
public final class Deadline {
    private final LongSupplier nanoTime;
    private final long end;

    private Deadline(Duration after, LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
        this.end = nanoTime.getAsLong() + after.toNanos();
    }

    /** So long after now. */
    public static Deadline after(Duration duration) {
        return new Deadline(duration, System::nanoTime);
    }

    static Deadline after(Duration duration, LongSupplier nanoTime) {
        return new Deadline(duration, nanoTime);
    }

    public boolean hasPassed() {
        return passesWithin(Duration.ZERO);
    }

    /** Whether it will have passed after such a pause. */
    public boolean passesWithin(Duration pause) {
        return nanoTime.getAsLong() + pause.toNanos() - end >= 0;
    }
}
