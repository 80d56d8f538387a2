package dev.earlyphase.trainer.slot;

import dev.earlyphase.core.engine.Batch;
import dev.earlyphase.core.engine.Engine;
import dev.earlyphase.core.engine.EngineDescription;
import dev.earlyphase.core.engine.Evaluation;
import dev.earlyphase.core.engine.Session;
import dev.earlyphase.core.engine.Update;
import dev.earlyphase.core.network.Network;
import dev.earlyphase.weights.Mask;
import dev.earlyphase.weights.Tensor;
import dev.earlyphase.weights.Tensors;

/**
 * An engine that keeps the session of the last trial open for the next one, which mostly trains the same network:
 * building one takes longer than a short trial.
 */
final class KeptSession implements Engine {
    private final Engine engine;
    private Session kept;
    private Network network;
    private int batchSize;

    KeptSession(Engine engine) {
        this.engine = engine;
    }

    @Override
    public EngineDescription description() {
        return engine.description();
    }

    @Override
    public Session open(Network network, int batchSize) {
        if (kept == null || !network.equals(this.network) || batchSize != this.batchSize) {
            close();
            kept = engine.open(network, batchSize);
            this.network = network;
            this.batchSize = batchSize;
        }
        kept.mask(dense(network));
        return new Lent(kept);
    }

    /** Closes the session, not the engine, which other slots use too. */
    @Override
    public void close() {
        if (kept != null) {
            kept.close();
            kept = null;
        }
    }

    private static Mask dense(Network network) {
        return Mask.dense(Tensors.of(network.prunable().stream()
                .map(p -> new Tensor(p.name(), p.shape(), new float[p.elements()]))
                .toList()));
    }

    /** Closing it only ends the loan. */
    private record Lent(Session session) implements Session {
        @Override
        public void restore(Tensors state) {
            session.restore(state);
        }

        @Override
        public Tensors state() {
            return session.state();
        }

        @Override
        public void restoreMomentum(Tensors momentum) {
            session.restoreMomentum(momentum);
        }

        @Override
        public Tensors momentum() {
            return session.momentum();
        }

        @Override
        public void mask(Mask mask) {
            session.mask(mask);
        }

        @Override
        public double step(Batch batch, Update update) {
            return session.step(batch, update);
        }

        @Override
        public void readWeights(float[] into) {
            session.readWeights(into);
        }

        @Override
        public void readGradient(float[] into) {
            session.readGradient(into);
        }

        @Override
        public Evaluation evaluate(Batch batch) {
            return session.evaluate(batch);
        }

        @Override
        public void close() {}
    }
}
