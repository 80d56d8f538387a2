package dev.earlyphase.core.gradient;

import java.util.Arrays;
import java.util.List;
import java.util.Random;

import dev.earlyphase.core.data.DataSet;
import dev.earlyphase.core.data.ImageSet;
import dev.earlyphase.core.data.Normalisation;
import dev.earlyphase.core.network.Flatten;
import dev.earlyphase.core.network.ImageShape;
import dev.earlyphase.core.network.Linear;
import dev.earlyphase.core.network.Network;
import dev.earlyphase.core.network.Parameter;
import dev.earlyphase.core.reference.ReferenceEngine;
import dev.earlyphase.core.task.Lesson;
import dev.earlyphase.weights.Tensor;
import dev.earlyphase.weights.Tensors;

/**
 * Sixteen images of four values ±{@link #SCALES}, one for each choice of signs, so that the values are uncorrelated; their
 * class is 0 where most of the first three are positive, else 1. A linear network that knows nothing has closed forms for
 * everything that is measured of it.
 */
public final class Factorial {
    public static final int IMAGES = 16;
    public static final double[] SCALES = {4, 3, 2, 0.5};
    public static final ImageShape SHAPE = new ImageShape(4, 1, 1);

    public static final Network LINEAR =
            new Network("linear", SHAPE, 2, List.of(new Flatten(), new Linear("fc", 4, 2)));

    private static final Normalisation NORMALISATION =
            new Normalisation(List.of(0.5f, 0.5f, 0.5f, 0.5f), List.of(0.5f / 4, 0.5f / 3, 0.5f / 2, 1f));

    public static final Lesson LESSON = Lesson.of(new DataSet("factorial", images(), images(), NORMALISATION));

    private Factorial() {}

    public static Subject subject(Network network, int batchSize) {
        return new Subject(new ReferenceEngine(), network, LESSON, batchSize, 5);
    }

    /** The input value of an image in a channel. */
    public static double value(int image, int channel) {
        return SCALES[channel] * sign(image, channel);
    }

    public static int label(int image) {
        return sign(image, 0) + sign(image, 1) + sign(image, 2) > 0 ? 0 : 1;
    }

    /** Every tensor of a network filled with one value. */
    public static Tensors filled(Network network, float value) {
        return Tensors.of(network.parameters().stream()
                .map(parameter -> {
                    float[] values = new float[parameter.elements()];
                    Arrays.fill(values, value);
                    return new Tensor(parameter.name(), parameter.shape(), values);
                })
                .toList());
    }

    /** Normal values in every tensor but variances, which are 1 at least. */
    public static Tensors random(Network network, double scale, long seed) {
        var random = new Random(seed);
        return Tensors.of(network.parameters().stream()
                .map(parameter -> {
                    float[] values = new float[parameter.elements()];
                    for (int i = 0; i < values.length; i++) {
                        double normal = random.nextGaussian();
                        values[i] = (float)
                                (parameter.kind() == Parameter.Kind.RUNNING_VARIANCE
                                        ? 1 + Math.abs(normal)
                                        : scale * normal);
                    }
                    return new Tensor(parameter.name(), parameter.shape(), values);
                })
                .toList());
    }

    private static ImageSet images() {
        byte[] pixels = new byte[IMAGES * 4];
        byte[] labels = new byte[IMAGES];
        for (int image = 0; image < IMAGES; image++) {
            for (int channel = 0; channel < 4; channel++) {
                pixels[4 * image + channel] = (byte) (sign(image, channel) > 0 ? 255 : 0);
            }
            labels[image] = (byte) label(image);
        }
        return new ImageSet(SHAPE, 2, pixels, labels);
    }

    private static int sign(int image, int channel) {
        return (image >> channel & 1) == 1 ? 1 : -1;
    }
}
