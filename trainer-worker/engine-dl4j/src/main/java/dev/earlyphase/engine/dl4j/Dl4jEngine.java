package dev.earlyphase.engine.dl4j;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.deeplearning4j.nn.api.Layer;
import org.deeplearning4j.nn.graph.ComputationGraph;

import dev.earlyphase.contracts.trial.Precision;
import dev.earlyphase.core.engine.Engine;
import dev.earlyphase.core.engine.EngineDescription;
import dev.earlyphase.core.engine.Footprint;
import dev.earlyphase.core.engine.Session;
import dev.earlyphase.core.network.Convolution;
import dev.earlyphase.core.network.Flatten;
import dev.earlyphase.core.network.ImageShape;
import dev.earlyphase.core.network.Network;
import dev.earlyphase.engine.dl4j.layer.Host;

/**
 * Trains with Deeplearning4j, on the processor, or in a build with {@code -Pdl4j-cuda} on a GPU of compute capability 3.7
 * to 8.9 where CUDA 11.6 and cuDNN 8 are installed. That build was resolved, compiled, and run where it falls back to the
 * processor; on a GPU it has not been run. One long-lived thread for each session gives the best speed.
 */
public final class Dl4jEngine implements Engine {
    private static final String HELPERS_DISABLED = "org.eclipse.deeplearning4j.helpers.disable";
    /** Values held for each value that a layer gives out, as measured with ResNet-20 and ResNet-18. */
    private static final double COPIES = 3;

    private static final String VERSION = "1.0.0-M2.1";

    private final boolean helpers;

    private Dl4jEngine(boolean helpers) {
        this.helpers = helpers;
        NativeLibrary.load();
    }

    /** The engine with its oneDNN helpers on, and on the processor with batch norm of our own. */
    public static Dl4jEngine create() {
        return new Dl4jEngine(true);
    }

    /** The engine as Deeplearning4j comes, its helpers off: what the benchmark compares with. */
    public static Dl4jEngine withoutHelpers() {
        return new Dl4jEngine(false);
    }

    @Override
    public EngineDescription description() {
        return new EngineDescription(
                "deeplearning4j",
                VERSION,
                NativeLibrary.device(),
                NativeLibrary.threads(),
                Map.of("helpers", helpersInUse(), "native", NativeLibrary.variant(), "blas threads", "1"));
    }

    @Override
    public Session open(Network network, int batchSize, Precision precision) {
        if (precision != Precision.FP32) {
            throw new IllegalArgumentException("deeplearning4j computes in fp32 only, not in " + precision.id());
        }
        if (batchSize < 1) {
            throw new IllegalArgumentException("a session for batches of %d examples".formatted(batchSize));
        }
        if (Host.computes()) {
            Footprint.check(network, batchSize, COPIES);
        }
        GraphDescription.Described described = GraphDescription.of(network, helpers && Host.computes());
        ComputationGraph graph = build(described);
        FlatLayout layout = FlatLayout.of(graph, network);
        List<RunningStatistics> statistics = described.norms().stream()
                .map(normalised -> RunningStatistics.of(normalised, layout))
                .toList();
        Examples examples = new Examples(batchSize, network.input(), described.vectorInput());
        return new Dl4jSession(network, graph, layout, statistics, examples);
    }

    @Override
    public void close() {}

    private ComputationGraph build(GraphDescription.Described described) {
        // Layers ask the property while they are made, so no other engine may change it meanwhile.
        synchronized (Dl4jEngine.class) {
            System.setProperty(HELPERS_DISABLED, Boolean.toString(!helpers));
            ComputationGraph graph = new ComputationGraph(described.configuration());
            graph.init();
            return graph;
        }
    }

    /** Asks a convolution itself: the property alone does not tell. */
    private String helpersInUse() {
        Network probe = new Network(
                "probe",
                new ImageShape(1, 1, 1),
                1,
                List.of(new Convolution("probe", 1, 1, 1, 1, 0, false), new Flatten()));
        return Arrays.stream(build(GraphDescription.of(probe, false)).getLayers())
                .map(Layer::getHelper)
                .filter(Objects::nonNull)
                .findFirst()
                .map(helper -> "on: " + helper.getClass().getSimpleName())
                .orElse("off");
    }
}
