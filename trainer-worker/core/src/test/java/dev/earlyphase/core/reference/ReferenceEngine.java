package dev.earlyphase.core.reference;

import java.util.Map;

import dev.earlyphase.contracts.trial.Precision;
import dev.earlyphase.core.engine.Engine;
import dev.earlyphase.core.engine.EngineDescription;
import dev.earlyphase.core.engine.Session;
import dev.earlyphase.core.network.Network;

/** Computes in double precision and keeps parameters and momentum in single precision, so that checkpoints are exact. */
public final class ReferenceEngine implements Engine {
    @Override
    public EngineDescription description() {
        return new EngineDescription("reference", "1", "cpu", 1, Map.of());
    }

    @Override
    public Session open(Network network, int batchSize, Precision precision) {
        return new ReferenceSession(network);
    }

    @Override
    public void close() {}
}
