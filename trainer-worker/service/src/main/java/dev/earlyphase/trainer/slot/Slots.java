package dev.earlyphase.trainer.slot;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;

import dev.earlyphase.contracts.error.Check;
import dev.earlyphase.trainer.config.WorkerConfig;
import dev.earlyphase.trainer.engine.EngineChoice;

/** The slots of this worker. */
@Singleton
public class Slots {
    private final List<Slot> all = new ArrayList<>();
    private final BlockingQueue<Slot> idle = new LinkedBlockingQueue<>();

    Slots(WorkerConfig config, EngineChoice engine) {
        Check.atLeast(1, config.worker().slots(), "earlyphase.worker.slots");
        for (int number = 1; number <= config.worker().slots(); number++) {
            all.add(new Slot(engine.engine(), number));
        }
        idle.addAll(all);
    }

    /** An idle slot, for the caller alone; empty when none became idle within the limit. */
    public Optional<Slot> take(Duration limit) throws InterruptedException {
        return Optional.ofNullable(idle.poll(limit.toMillis(), TimeUnit.MILLISECONDS));
    }

    /** Gives back a slot that was taken and not used. */
    public void giveBack(Slot slot) {
        idle.add(slot);
    }

    /** Runs work on a slot that was taken; the slot is idle again when the work ends. */
    public void run(Slot slot, Consumer<Slot> work) {
        slot.execute(() -> {
            try {
                work.accept(slot);
            } finally {
                idle.add(slot);
            }
        });
    }

    @PreDestroy
    void close() {
        all.forEach(Slot::close);
    }
}
