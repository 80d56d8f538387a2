package dev.earlyphase.trainer.slot;

import java.util.Set;
import java.util.function.Supplier;

import dev.earlyphase.contracts.trial.Precision;
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
 * building one takes longer than a short trial. One in which something failed may be in any state and is not kept. While
 * the kept one is in use, as in training, others are opened beside it and closed for good.
 */
final class KeptSession implements Engine {
    private final Engine engine;
    private Session kept;
    private boolean inUse;
    private Network network;
    private int batchSize;
    private Precision precision;

    KeptSession(Engine engine) {
        this.engine = engine;
    }

    @Override
    public EngineDescription description() {
        return engine.description();
    }

    @Override
    public Set<Precision> precisions() {
        return engine.precisions();
    }

    @Override
    public Session open(Network network, int batchSize, Precision precision) {
        if (inUse) {
            return engine.open(network, batchSize, precision);
        }
        if (kept == null
                || !network.equals(this.network)
                || batchSize != this.batchSize
                || precision != this.precision) {
            close();
            kept = engine.open(network, batchSize, precision);
            this.precision = precision;
            this.network = network;
            this.batchSize = batchSize;
        }
        var loan = new Lent(kept);
        inUse = true;
        try {
            loan.mask(dense(network));
            return loan;
        } catch (RuntimeException | Error e) {
            loan.close();
            throw e;
        }
    }

    /** Closes the session, not the engine, which other slots use too. */
    @Override
    public void close() {
        if (kept != null) {
            Session last = kept;
            kept = null;
            last.close();
        }
    }

    private static Mask dense(Network network) {
        return Mask.dense(Tensors.of(network.prunable().stream()
                .map(p -> new Tensor(p.name(), p.shape(), new float[p.elements()]))
                .toList()));
    }

    /** Closing it only ends the loan, unless something failed. */
    private final class Lent implements Session {
        private final Session session;
        private boolean failed;

        Lent(Session session) {
            this.session = session;
        }

        @Override
        public void restore(Tensors state) {
            use(() -> session.restore(state));
        }

        @Override
        public Tensors state() {
            return use(session::state);
        }

        @Override
        public void restoreMomentum(Tensors momentum) {
            use(() -> session.restoreMomentum(momentum));
        }

        @Override
        public Tensors momentum() {
            return use(session::momentum);
        }

        @Override
        public void mask(Mask mask) {
            use(() -> session.mask(mask));
        }

        @Override
        public double step(Batch batch, Update update) {
            return use(() -> session.step(batch, update));
        }

        @Override
        public void readWeights(float[] into) {
            use(() -> session.readWeights(into));
        }

        @Override
        public void readGradient(float[] into) {
            use(() -> session.readGradient(into));
        }

        @Override
        public Evaluation evaluate(Batch batch) {
            return use(() -> session.evaluate(batch));
        }

        @Override
        public void close() {
            inUse = false;
            if (failed) {
                KeptSession.this.close();
            }
        }

        private void use(Runnable work) {
            use(() -> {
                work.run();
                return null;
            });
        }

        private <T> T use(Supplier<T> work) {
            try {
                return work.get();
            } catch (RuntimeException | Error e) {
                failed = true;
                throw e;
            }
        }
    }
}
