package dev.earlyphase.core.engine;

import dev.earlyphase.core.network.Network;

/** Computes training steps; holds native resources until closed. */
public interface Engine extends AutoCloseable {
    EngineDescription description();

    /**
     * Builds {@code network}, its weights undefined until {@link Session#restore}.
     *
     * @param batchSize the largest batch that the session will be given
     */
    Session open(Network network, int batchSize);

    @Override
    void close();
}
