package dev.earlyphase.core.engine;

import java.util.Set;

import dev.earlyphase.contracts.trial.Precision;
import dev.earlyphase.core.network.Network;

/** Computes training steps; holds native resources until closed. */
public interface Engine extends AutoCloseable {
    EngineDescription description();

    /** The precisions that it has on this machine; fp32 always. */
    default Set<Precision> precisions() {
        return Set.of(Precision.FP32);
    }

    /**
     * Builds {@code network}, its weights undefined until {@link Session#restore}.
     *
     * @param batchSize the largest batch that the session will be given
     * @param precision one of {@link #precisions()}
     */
    Session open(Network network, int batchSize, Precision precision);

    /** A session in fp32. */
    default Session open(Network network, int batchSize) {
        return open(network, batchSize, Precision.FP32);
    }

    @Override
    void close();
}
