package dev.earlyphase.trainer.slot;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

import dev.earlyphase.core.engine.Engine;

/**
 * Room for one trial. Its one long-lived thread does all the computing: native thread pools are kept per calling
 * thread.
 */
public final class Slot {
    private final KeptSession engine;
    private final ExecutorService thread;

    Slot(Engine engine, int number) {
        this.engine = new KeptSession(engine);
        this.thread = Executors.newSingleThreadExecutor(
                Thread.ofPlatform().daemon().name("slot-" + number).factory());
    }

    /** The engine, to be used on the slot's own thread only. */
    public Engine engine() {
        return engine;
    }

    void execute(Runnable work) {
        thread.execute(work);
    }

    void close() {
        thread.execute(engine::close);
        thread.shutdown();
    }
}
