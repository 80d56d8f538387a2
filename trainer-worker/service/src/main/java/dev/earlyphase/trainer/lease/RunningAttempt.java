package dev.earlyphase.trainer.lease;

import dev.earlyphase.contracts.claim.Heartbeat;
import dev.earlyphase.contracts.claim.Orders;
import dev.earlyphase.contracts.trial.TrialId;
import dev.earlyphase.core.engine.Session;
import dev.earlyphase.core.training.StopSignal;
import dev.earlyphase.core.training.TrainingListener;

/** An attempt in progress, as its heartbeats see it: how far it is, and what it has been ordered to do. */
public class RunningAttempt implements TrainingListener, StopSignal {
    private static final double NANOS = 1e9;

    private final TrialId trial;
    private final int attempt;
    private volatile int iteration;
    private volatile Orders.Kind order = Orders.Kind.CONTINUE;
    private int iterationAtLastBeat;
    private long timeOfLastBeat = System.nanoTime();
    private double rate;

    public RunningAttempt(TrialId trial, int attempt, int iteration) {
        this.trial = trial;
        this.attempt = attempt;
        this.iteration = iteration;
        this.iterationAtLastBeat = iteration;
    }

    @Override
    public void reached(int iteration, Session session) {
        this.iteration = iteration;
    }

    @Override
    public boolean raised() {
        return order != Orders.Kind.CONTINUE;
    }

    public Orders.Kind order() {
        return order;
    }

    /** Takes an order; one to drop the attempt is never taken back by a milder one. */
    public void obey(Orders.Kind kind) {
        if (order != Orders.Kind.ABORT && kind != Orders.Kind.CONTINUE) {
            order = kind;
        }
    }

    boolean is(Orders.Order addressed) {
        return trial.equals(addressed.trial()) && attempt == addressed.attempt();
    }

    /** What to say of it now; the rate is that since the last heartbeat, smoothed. */
    synchronized Heartbeat.Running beat() {
        long now = System.nanoTime();
        int reached = iteration;
        double latest = (reached - iterationAtLastBeat) * NANOS / Math.max(1, now - timeOfLastBeat);
        rate = rate == 0 ? latest : 0.5 * rate + 0.5 * latest;
        iterationAtLastBeat = reached;
        timeOfLastBeat = now;
        return new Heartbeat.Running(trial, attempt, reached, rate);
    }
}
