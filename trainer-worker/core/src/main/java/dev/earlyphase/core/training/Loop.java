package dev.earlyphase.core.training;

import java.util.List;

import dev.earlyphase.core.engine.Session;
import dev.earlyphase.core.engine.Update;
import dev.earlyphase.core.schedule.Schedule;

/** The training loop. All else that happens during training is a listener. */
final class Loop {
    private final Session session;
    private final Prefetch batches;
    private final Schedule schedule;
    private final List<TrainingListener> listeners;
    private final StopSignal stop;

    Loop(Session session, Prefetch batches, Schedule schedule, List<TrainingListener> listeners, StopSignal stop) {
        this.session = session;
        this.batches = batches;
        this.schedule = schedule;
        this.listeners = listeners;
        this.stop = stop;
    }

    /** Makes the updates from {@code begin} up to, not including, {@code end}. */
    Outcome run(int begin, int end) {
        Outcome outcome = train(begin, end);
        listeners.forEach(listener -> listener.ended(outcome, session));
        return outcome;
    }

    private Outcome train(int begin, int end) {
        double loss = Double.NaN;
        for (int iteration = begin; iteration < end; iteration++) {
            reached(iteration);
            if (stop.raised()) {
                return new Outcome.Stopped(iteration);
            }
            Update update = schedule.update(iteration);
            loss = session.step(batches.next(), update);
            Step step = new Step(iteration, loss, update.learningRate());
            listeners.forEach(listener -> listener.stepped(step, session));
            if (!Double.isFinite(loss)) {
                return new Outcome.Diverged(iteration, loss);
            }
        }
        reached(end);
        return new Outcome.Completed(end, loss);
    }

    private void reached(int iteration) {
        listeners.forEach(listener -> listener.reached(iteration, session));
    }
}
