package dev.earlyphase.trainer.testing;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import dev.earlyphase.contracts.trial.Precision;
import dev.earlyphase.core.engine.Batch;
import dev.earlyphase.core.engine.Engine;
import dev.earlyphase.core.engine.EngineDescription;
import dev.earlyphase.core.engine.Evaluation;
import dev.earlyphase.core.engine.Session;
import dev.earlyphase.core.engine.Update;
import dev.earlyphase.core.network.Network;
import dev.earlyphase.weights.Mask;
import dev.earlyphase.weights.Tensors;

/** Computes nothing, counts its sessions, and fails when a test says so. */
public final class FakeEngine implements Engine {
    /** All that were opened, in this order. */
    public final List<FakeSession> sessions = new ArrayList<>();

    /** What opening the next session throws; null to open it. */
    public RuntimeException obstacle;

    private final String device;

    public FakeEngine() {
        this("cpu");
    }

    public FakeEngine(String device) {
        this.device = device;
    }

    @Override
    public EngineDescription description() {
        return new EngineDescription("fake", "1", device, 2, Map.of("native", "none"));
    }

    @Override
    public Session open(Network network, int batchSize, Precision precision) {
        if (obstacle != null) {
            throw obstacle;
        }
        sessions.add(new FakeSession());
        return sessions.getLast();
    }

    @Override
    public void close() {}

    /** Knows whether it was closed. */
    public static final class FakeSession implements Session {
        /** What every call throws from now on; null for none. */
        public Error failure;

        public boolean closed;

        @Override
        public void restore(Tensors state) {
            fail();
        }

        @Override
        public Tensors state() {
            fail();
            return Tensors.of();
        }

        @Override
        public void restoreMomentum(Tensors momentum) {
            fail();
        }

        @Override
        public Tensors momentum() {
            fail();
            return Tensors.of();
        }

        @Override
        public void mask(Mask mask) {
            fail();
        }

        @Override
        public double step(Batch batch, Update update) {
            fail();
            return 0;
        }

        @Override
        public void readWeights(float[] into) {
            fail();
        }

        @Override
        public void readGradient(float[] into) {
            fail();
        }

        @Override
        public Evaluation evaluate(Batch batch) {
            fail();
            return null;
        }

        @Override
        public void close() {
            closed = true;
        }

        private void fail() {
            if (failure != null) {
                throw failure;
            }
        }
    }
}
