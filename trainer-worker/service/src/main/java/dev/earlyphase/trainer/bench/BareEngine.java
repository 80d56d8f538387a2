package dev.earlyphase.trainer.bench;

import java.nio.FloatBuffer;

import dev.earlyphase.contracts.trial.TrialSpec;
import dev.earlyphase.core.data.DataSet;
import dev.earlyphase.core.engine.Batch;
import dev.earlyphase.core.engine.Engine;
import dev.earlyphase.core.engine.Session;
import dev.earlyphase.core.engine.Update;
import dev.earlyphase.core.network.Network;
import dev.earlyphase.core.network.Networks;
import dev.earlyphase.core.training.Snapshot;

/** The engine alone: the same batch over and over, nothing prepared, observed or kept. The bound of the full loop. */
final class BareEngine {
    private static final int WARM_UP = 3;

    private BareEngine() {}

    /** Iterations a second. */
    static double rate(Engine engine, Workload workload, DataSet data, int iterations) {
        TrialSpec spec = workload.spec();
        Network network = Networks.build(spec.network(), spec.dataset());
        Batch batch = batch(data);
        var update =
                new Update(spec.training().learningRate() / 100, spec.training().momentum(), 0);
        try (Session session = engine.open(network, Workload.BATCH)) {
            session.restore(Snapshot.initial(spec, network).state());
            for (int i = 0; i < WARM_UP; i++) {
                session.step(batch, update);
            }
            double seconds = Stopwatch.seconds(() -> {
                for (int i = 0; i < iterations; i++) {
                    session.step(batch, update);
                }
            });
            return iterations / seconds;
        }
    }

    private static Batch batch(DataSet data) {
        var images = data.training();
        FloatBuffer pixels = Batch.buffer(images.shape(), Workload.BATCH);
        int[] labels = new int[Workload.BATCH];
        int elements = images.shape().elements();
        for (int i = 0; i < Workload.BATCH; i++) {
            labels[i] = images.labels()[i];
            for (int j = 0; j < elements; j++) {
                pixels.put(i * elements + j, (images.pixels()[i * elements + j] & 0xFF) / 255f - 0.5f);
            }
        }
        return new Batch(pixels, labels, Workload.BATCH);
    }
}
