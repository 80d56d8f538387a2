package dev.earlyphase.engine.parity;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import dev.earlyphase.contracts.catalog.DataSetName;
import dev.earlyphase.contracts.catalog.NetworkName;
import dev.earlyphase.contracts.study.TrainingOptions;
import dev.earlyphase.contracts.trial.Moment;
import dev.earlyphase.contracts.trial.TrialSpec;
import dev.earlyphase.core.data.DataSet;
import dev.earlyphase.core.data.DataSets;
import dev.earlyphase.core.engine.Engine;
import dev.earlyphase.core.engine.Session;
import dev.earlyphase.core.network.Network;
import dev.earlyphase.core.network.Networks;
import dev.earlyphase.core.training.Attempt;
import dev.earlyphase.core.training.Snapshot;
import dev.earlyphase.core.training.Step;
import dev.earlyphase.core.training.TrainingListener;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

/**
 * How training on real data went in one engine.
 *
 * @param losses of each batch, before its update
 * @param gradient of the first batch
 */
record Course(List<Double> losses, float[] gradient) {
    private static final Path CACHE = Path.of("target", "data-cache");

    /** The first iterations of the usual training from seed 1, at another learning rate; skips the test where the data are not at hand. */
    static Course of(
            Engine engine, NetworkName name, DataSetName images, int batchSize, double learningRate, int iterations) {
        var options = new TrainingOptions(
                Moment.ofIterations(iterations),
                batchSize,
                learningRate,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null);
        var spec = new TrialSpec(name, images, 1, options.resolve(name, images), null, null, null);
        Network network = Networks.build(name, images);
        List<Double> losses = new ArrayList<>();
        float[] gradient = new float[network.size()];
        var log = new TrainingListener() {
            @Override
            public void stepped(Step step, Session session) {
                losses.add(step.loss());
                if (step.iteration() == 0) {
                    session.readGradient(gradient);
                }
            }
        };
        new Attempt(spec, network, data(images), Optional.empty(), Snapshot.initial(spec, network))
                .run(engine, List.of(log), () -> false);
        return new Course(losses, gradient);
    }

    private static DataSet data(DataSetName name) {
        Optional<Path> folder = Stream.of(
                        Optional.ofNullable(System.getenv("EARLYPHASE_DATA")), Optional.of("../../../shared/data"))
                .flatMap(Optional::stream)
                .map(Path::of)
                .filter(path -> Files.isDirectory(path.resolve(name.id())))
                .findFirst();
        assumeTrue(
                folder.isPresent(), "no " + name.id() + " in EARLYPHASE_DATA or ../shared/data beside the repository");
        return new DataSets(folder, CACHE, (what, done, total) -> {}).load(name);
    }
}
