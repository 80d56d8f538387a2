package dev.earlyphase.core.training;

import java.util.List;

import dev.earlyphase.contracts.catalog.DataSetName;
import dev.earlyphase.contracts.catalog.NetworkName;
import dev.earlyphase.contracts.trial.MaskSource;
import dev.earlyphase.contracts.trial.Moment;
import dev.earlyphase.contracts.trial.Start;
import dev.earlyphase.contracts.trial.Training;
import dev.earlyphase.contracts.trial.TrialSpec;
import dev.earlyphase.core.data.DataSet;
import dev.earlyphase.core.data.ImageSet;
import dev.earlyphase.core.data.Normalisation;
import dev.earlyphase.core.network.Flatten;
import dev.earlyphase.core.network.ImageShape;
import dev.earlyphase.core.network.Linear;
import dev.earlyphase.core.network.Network;
import dev.earlyphase.core.network.Relu;

/** A trial that trains in an instant: the class of a 28×28 image is the row that is lit. */
public final class SmallTrials {
    public static final int EXAMPLES = 50;
    public static final int BATCH = 16;
    /** Three full batches and one of two images. */
    public static final int ITERATIONS_PER_EPOCH = 4;

    private static final ImageShape SHAPE = new ImageShape(1, 28, 28);

    public static final DataSet DATA =
            new DataSet("rows", images(EXAMPLES), images(37), new Normalisation(List.of(0.1f), List.of(0.3f)));

    public static final Network NETWORK = new Network(
            "small",
            SHAPE,
            10,
            List.of(new Flatten(), new Linear("fc_layers.0", 784, 16), new Relu(), new Linear("fc", 16, 10)));

    private SmallTrials() {}

    public static TrialSpec spec(int end) {
        return spec(end, 0.02, 0.9, new Start.Initialisation());
    }

    public static TrialSpec spec(int end, double learningRate, double momentum, Start start) {
        Training training = new Training(
                Moment.ofIterations(end),
                BATCH,
                learningRate,
                momentum,
                1e-3,
                List.of(Moment.ofIterations(end - 1)),
                0.1,
                Moment.START,
                false,
                EXAMPLES,
                null);
        return new TrialSpec(
                NetworkName.LENET_300_100, DataSetName.STROKES, 7, training, null, start, new MaskSource.Dense());
    }

    private static ImageSet images(int count) {
        byte[] pixels = new byte[count * SHAPE.elements()];
        byte[] labels = new byte[count];
        for (int n = 0; n < count; n++) {
            labels[n] = (byte) (n * 7 % 10);
            for (int x = 0; x < 20; x++) {
                pixels[n * 784 + (4 + 2 * labels[n]) * 28 + x] = (byte) (255 - n);
            }
        }
        return new ImageSet(SHAPE, 10, pixels, labels);
    }
}
