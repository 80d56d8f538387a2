package dev.earlyphase.engine.torch;

import java.util.Map;
import java.util.Set;

import org.bytedeco.javacpp.Loader;

import dev.earlyphase.contracts.trial.Precision;
import dev.earlyphase.core.engine.Engine;
import dev.earlyphase.core.engine.EngineDescription;
import dev.earlyphase.core.engine.Footprint;
import dev.earlyphase.core.engine.Session;
import dev.earlyphase.core.network.Network;

/** Trains with libtorch: on a GPU where the build and the machine have one, else on the processor. */
public final class TorchEngine implements Engine {
    /** Values held for each value that a layer gives out: less than what was measured, so that what fits is let in. */
    private static final double COPIES = 1.5;

    private final Target target;

    private TorchEngine(Target target) {
        this.target = target;
    }

    /**
     * The engine on this machine's first visible GPU, else on its processor.
     *
     * @throws LinkageError if there is no libtorch for this machine; the message says what to do
     */
    public static TorchEngine create() {
        NativeLibrary.load();
        return new TorchEngine(Target.ofThisMachine());
    }

    @Override
    public EngineDescription description() {
        return new EngineDescription(
                "libtorch",
                NativeLibrary.version(),
                target.id(),
                NativeLibrary.threads(),
                Map.of(
                        "native",
                        Loader.getPlatform(),
                        "gpu",
                        NativeLibrary.gpuUse(),
                        "memory format",
                        "channels last",
                        "deterministic algorithms",
                        "requested"));
    }

    @Override
    public Set<Precision> precisions() {
        return Set.of(Precision.values());
    }

    @Override
    public Session open(Network network, int batchSize, Precision precision) {
        if (batchSize < 1) {
            throw new IllegalArgumentException("a session for batches of %d examples".formatted(batchSize));
        }
        if (target == Target.PROCESSOR) {
            Footprint.check(network, batchSize, COPIES);
        }
        return NativeFailure.shortened(() -> new TorchSession(network, batchSize, precision, target));
    }

    @Override
    public void close() {}
}
