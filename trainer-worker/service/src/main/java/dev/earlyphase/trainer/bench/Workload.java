package dev.earlyphase.trainer.bench;

import java.nio.FloatBuffer;
import java.util.List;

import dev.earlyphase.contracts.catalog.DataSetName;
import dev.earlyphase.contracts.catalog.NetworkName;
import dev.earlyphase.contracts.study.TrainingOptions;
import dev.earlyphase.contracts.trial.Moment;
import dev.earlyphase.contracts.trial.Precision;
import dev.earlyphase.contracts.trial.Training;
import dev.earlyphase.contracts.trial.TrialSpec;
import dev.earlyphase.core.augmentation.ImageWriter;
import dev.earlyphase.core.augmentation.Placement;
import dev.earlyphase.core.data.DataSet;
import dev.earlyphase.core.engine.Batch;
import dev.earlyphase.core.engine.Update;
import dev.earlyphase.core.network.Network;
import dev.earlyphase.core.network.Networks;
import dev.earlyphase.core.training.Snapshot;
import dev.earlyphase.weights.Tensors;

/**
 * What is timed: a network on a data set at batch 128.
 *
 * @param iterations of one timed stretch: a second or a few of work
 * @param repeats of each stretch
 */
record Workload(NetworkName name, DataSetName dataset, int iterations, int repeats) {
    static final int BATCH = 128;

    static final Workload LENET = new Workload(NetworkName.LENET_300_100, DataSetName.MNIST, 500, 7);
    static final Workload RESNET = new Workload(NetworkName.RESNET_20, DataSetName.CIFAR_10, 8, 7);
    static final List<Workload> ALL = List.of(
            LENET,
            new Workload(NetworkName.CONV_4, DataSetName.CIFAR_10, 4, 5),
            RESNET,
            new Workload(NetworkName.VGG_13, DataSetName.CIFAR_10, 2, 3),
            new Workload(NetworkName.RESNET_18, DataSetName.CIFAR_10, 1, 3));

    static Workload of(String network) {
        return ALL.stream()
                .filter(workload -> workload.name.id().equals(network))
                .findFirst()
                .orElseThrow();
    }

    String title() {
        return name.id() + " on " + dataset.id();
    }

    Network network() {
        return Networks.build(name, dataset);
    }

    /** A dense trial of so many iterations, with the network's usual training. */
    TrialSpec spec(int end, Precision precision) {
        var shortened = new TrainingOptions(
                Moment.ofIterations(end), BATCH, null, null, null, null, null, null, null, null, precision);
        Training training = shortened.resolve(name, dataset);
        return new TrialSpec(name, dataset, 1, training, null, null, null);
    }

    /** The initial weights and running statistics of that trial, whatever its length and precision. */
    Tensors start() {
        return Snapshot.initial(spec(1, Precision.FP32), network()).state();
    }

    /** An update of the kind that the network's usual training has, too small to make the loss leave its numbers. */
    Update update() {
        Training training = spec(1, Precision.FP32).training();
        return new Update(training.learningRate() / 1_000, training.momentum(), training.weightDecay());
    }

    /** The first images of the data set. */
    Batch batch(DataSet data) {
        var images = data.training();
        FloatBuffer pixels = Batch.buffer(images.shape(), BATCH);
        var writer = new ImageWriter(images, data.normalisation());
        int[] labels = new int[BATCH];
        for (int i = 0; i < BATCH; i++) {
            writer.write(i, Placement.AS_IS, pixels, i);
            labels[i] = images.labels()[i];
        }
        return new Batch(pixels, labels, BATCH);
    }
}
