package dev.earlyphase.trainer.bench;

import dev.earlyphase.contracts.trial.Precision;
import dev.earlyphase.core.data.DataSet;
import dev.earlyphase.core.engine.Batch;
import dev.earlyphase.core.engine.Engine;
import dev.earlyphase.core.engine.Session;
import dev.earlyphase.core.engine.Update;
import dev.earlyphase.core.network.Network;
import dev.earlyphase.engine.torch.BareLoop;

/** Who makes iterations: the same batch over and over, nothing prepared, observed or kept. */
sealed interface Contender {
    int WARM_UP = 2;

    String title();

    /** Milliseconds an iteration takes. */
    double milliseconds(Workload workload, DataSet data, int iterations);

    /** libtorch without the platform: the peer. */
    record Bare(Precision precision) implements Contender {
        @Override
        public String title() {
            return "bare libtorch " + precision.id();
        }

        @Override
        public double milliseconds(Workload workload, DataSet data, int iterations) {
            try (var loop = new BareLoop(
                    workload.network(), workload.start(), workload.batch(data), workload.update(), precision)) {
                return Stopwatch.milliseconds(WARM_UP, iterations, loop::step);
            }
        }
    }

    /** An engine of the platform. */
    record Own(String id, Engine engine, Precision precision) implements Contender {
        @Override
        public String title() {
            return id + " " + precision.id();
        }

        @Override
        public double milliseconds(Workload workload, DataSet data, int iterations) {
            Network network = workload.network();
            Batch batch = workload.batch(data);
            Update update = workload.update();
            try (Session session = engine.open(network, Workload.BATCH, precision)) {
                session.restore(workload.start());
                return Stopwatch.milliseconds(WARM_UP, iterations, () -> session.step(batch, update));
            }
        }
    }
}
