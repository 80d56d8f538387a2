package dev.earlyphase.trainer.attempt;

import java.util.function.Supplier;
import jakarta.inject.Singleton;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;

import dev.earlyphase.contracts.object.ObjectRef;
import dev.earlyphase.core.engine.Session;
import dev.earlyphase.core.training.Step;
import dev.earlyphase.core.training.TrainingListener;

/** Counts what all slots of this worker train and keep. */
@Singleton
final class TrainingMeters {
    private final Counter iterations;
    private final Counter images;
    private final Counter bytes;
    private final Timer writes;

    TrainingMeters(MeterRegistry meters) {
        iterations = Counter.builder("earlyphase.iterations")
                .description("Updates of weights")
                .register(meters);
        images = Counter.builder("earlyphase.images")
                .description("Images trained on; a smaller last batch of an epoch counts as a whole one")
                .register(meters);
        bytes = Counter.builder("earlyphase.checkpoint.bytes")
                .description("Size of the weights, momenta and masks written to the object store")
                .register(meters);
        writes = Timer.builder("earlyphase.checkpoint")
                .description("Time to write one object of a checkpoint to the object store")
                .register(meters);
    }

    /** Counts the iterations of a run. */
    TrainingListener listener(int batchSize) {
        return new TrainingListener() {
            @Override
            public void stepped(Step step, Session session) {
                iterations.increment();
                images.increment(batchSize);
            }
        };
    }

    /** Times a write to the store and counts its bytes. */
    ObjectRef written(Supplier<ObjectRef> write) {
        ObjectRef object = writes.record(write);
        bytes.increment(object.bytes());
        return object;
    }
}
