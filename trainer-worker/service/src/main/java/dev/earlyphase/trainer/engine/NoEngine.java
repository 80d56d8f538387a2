package dev.earlyphase.trainer.engine;

import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

import dev.earlyphase.contracts.trial.Precision;
import dev.earlyphase.core.engine.Engine;
import dev.earlyphase.core.engine.EngineDescription;
import dev.earlyphase.core.engine.Session;
import dev.earlyphase.core.network.Network;

/** What stands in the engine's place in a worker that only waits: it is named {@code waiting} and computes nothing. */
final class NoEngine implements Engine {
    private static final EngineDescription DESCRIPTION = new EngineDescription("waiting", "0", "none", 0, Map.of());

    @Override
    public EngineDescription description() {
        return DESCRIPTION;
    }

    @Override
    public Set<Precision> precisions() {
        return EnumSet.allOf(Precision.class);
    }

    @Override
    public Session open(Network network, int batchSize, Precision precision) {
        throw new UnsupportedOperationException("a worker that waits does not compute");
    }

    @Override
    public void close() {}
}
