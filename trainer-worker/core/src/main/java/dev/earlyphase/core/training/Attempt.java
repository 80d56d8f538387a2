package dev.earlyphase.core.training;

import java.util.List;
import java.util.Optional;

import dev.earlyphase.contracts.error.Check;
import dev.earlyphase.contracts.trial.Training;
import dev.earlyphase.contracts.trial.TrialSpec;
import dev.earlyphase.core.data.DataSet;
import dev.earlyphase.core.data.ImageSet;
import dev.earlyphase.core.engine.Engine;
import dev.earlyphase.core.engine.Session;
import dev.earlyphase.core.network.Network;
import dev.earlyphase.core.schedule.Schedule;
import dev.earlyphase.core.task.Lesson;
import dev.earlyphase.weights.Mask;

/**
 * One execution of a trial, from its start or from where an earlier attempt left off.
 *
 * @param lesson what is learnt
 * @param mask which weights take part; empty for all
 * @param from the state to go on from; at the trial's begin or later
 */
public record Attempt(TrialSpec spec, Network network, Lesson lesson, Optional<Mask> mask, Snapshot from) {
    public Attempt {
        if (from.iteration() < spec.beginIteration() || from.iteration() > spec.endIteration()) {
            throw new IllegalArgumentException("a trial from iteration %d to %d cannot go on from %d"
                    .formatted(spec.beginIteration(), spec.endIteration(), from.iteration()));
        }
        ImageSet images = lesson.data().training();
        Check.that(
                images.shape().equals(network.input()) && lesson.classes() == network.classes(),
                "dataset",
                "%s: %d classes of %s images".formatted(lesson.data().label(), lesson.classes(), images.shape()),
                "what %s was built for: %d classes of %s images"
                        .formatted(network.name(), network.classes(), network.input()));
    }

    /** The task that the trial asks for, made out of a complete data set. */
    public Attempt(TrialSpec spec, Network network, DataSet data, Optional<Mask> mask, Snapshot from) {
        this(spec, network, Lesson.of(spec, data), mask, from);
    }

    /** Trains to the trial's end with {@linkplain Prefetch#usualThreads() as many threads} beside it as are usual. */
    public Outcome run(Engine engine, List<TrainingListener> listeners, StopSignal stop) {
        return run(engine, listeners, stop, Prefetch.usualThreads());
    }

    /**
     * Trains to the trial's end, in the calling thread.
     *
     * @param listeners called in this order
     * @param batchThreads threads that prepare batches meanwhile, 1 or more; the outcome does not depend on it
     */
    public Outcome run(Engine engine, List<TrainingListener> listeners, StopSignal stop, int batchThreads) {
        int begin = from.iteration();
        int end = spec.endIteration();
        try (Session session = engine.open(
                        network, spec.training().batchSize(), spec.training().precision());
                Prefetch batches = new Prefetch(batches(), begin, end, batchThreads)) {
            session.restore(from.state());
            session.restoreMomentum(from.momentum());
            mask.ifPresent(session::mask);
            return new Loop(session, batches, Schedule.of(spec), listeners, stop).run(begin, end);
        }
    }

    private TrainingBatches batches() {
        Training training = spec.training();
        boolean augment = training.augment() && spec.dataset().augmentable();
        return new TrainingBatches(lesson, spec.orderingSeed(), training.batchSize(), augment);
    }
}
