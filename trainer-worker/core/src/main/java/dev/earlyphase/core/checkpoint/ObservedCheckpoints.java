package dev.earlyphase.core.checkpoint;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

import dev.earlyphase.contracts.event.CheckpointWritten.Purpose;
import dev.earlyphase.contracts.trial.TrialSpec;
import dev.earlyphase.core.engine.Session;
import dev.earlyphase.core.training.Snapshot;
import dev.earlyphase.core.training.TrainingListener;

/** Keeps the state at the trial's begin, at its end, and at the iterations that studies ask for. */
public final class ObservedCheckpoints implements TrainingListener {
    private final Set<Integer> iterations;
    private final boolean withMomentum;
    private final CheckpointSink sink;

    public ObservedCheckpoints(TrialSpec spec, List<Integer> asked, CheckpointSink sink) {
        this.iterations = new HashSet<>(asked);
        this.iterations.add(spec.beginIteration());
        this.iterations.add(spec.endIteration());
        this.withMomentum = spec.training().momentum() > 0;
        this.sink = sink;
    }

    @Override
    public void reached(int iteration, Session session) {
        if (iterations.contains(iteration)) {
            sink.write(Purpose.OBSERVED, Snapshot.of(session, iteration, withMomentum));
        }
    }
}
