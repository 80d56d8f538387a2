package dev.earlyphase.core.data;

import java.util.Arrays;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import dev.earlyphase.core.random.Purpose;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

class StrokesTest {
    @Test
    void the_set_is_the_same_on_every_machine() {
        assertThat(Strokes.generate().checksum())
                .isEqualTo("9c1d90d57127458b4f26208e4c86415df3f236b414d9074a59ec9fe5a9783b6f");
    }

    @Test
    void an_image_does_not_depend_on_how_many_are_made() {
        ImageSet few = Strokes.generate(Purpose.STROKES_TRAINING, 10);

        ImageSet many = Strokes.generate(Purpose.STROKES_TRAINING, 100);

        assertThat(Arrays.copyOf(many.pixels(), few.pixels().length)).isEqualTo(few.pixels());
    }

    @Test
    void the_normalisation_fits_the_training_images() {
        DataSet set = Strokes.generate();
        double[] scaled = IntStream.range(0, set.training().pixels().length)
                .mapToDouble(i -> (set.training().pixels()[i] & 0xFF) / 255.0)
                .toArray();

        double mean = Arrays.stream(scaled).average().orElseThrow();
        double square = Arrays.stream(scaled).map(v -> v * v).average().orElseThrow();

        assertThat(mean).isCloseTo(set.normalisation().mean().getFirst(), within(1e-4));
        assertThat(Math.sqrt(square - mean * mean))
                .isCloseTo(set.normalisation().deviation().getFirst(), within(1e-4));
    }

    @Test
    void digits_can_be_learned_but_not_by_comparing_with_the_mean_image() {
        ImageSet training = Strokes.generate(Purpose.STROKES_TRAINING, 4_000);
        ImageSet test = Strokes.generate(Purpose.STROKES_TEST, 1_000);

        double accuracy = nearestMeanAccuracy(means(training), test);

        assertThat(accuracy).isBetween(0.5, 0.9);
    }

    private static double[][] means(ImageSet set) {
        double[][] means = new double[10][784];
        int[] counts = new int[10];
        for (int n = 0; n < set.size(); n++) {
            counts[set.labels()[n]]++;
            for (int i = 0; i < 784; i++) {
                means[set.labels()[n]][i] += set.pixels()[n * 784 + i] & 0xFF;
            }
        }
        for (int digit = 0; digit < 10; digit++) {
            for (int i = 0; i < 784; i++) {
                means[digit][i] /= counts[digit];
            }
        }
        return means;
    }

    private static double nearestMeanAccuracy(double[][] means, ImageSet set) {
        int correct = 0;
        for (int n = 0; n < set.size(); n++) {
            int best = 0;
            double least = Double.POSITIVE_INFINITY;
            for (int digit = 0; digit < 10; digit++) {
                double distance = 0;
                for (int i = 0; i < 784; i++) {
                    double difference = means[digit][i] - (set.pixels()[n * 784 + i] & 0xFF);
                    distance += difference * difference;
                }
                if (distance < least) {
                    least = distance;
                    best = digit;
                }
            }
            correct += best == set.labels()[n] ? 1 : 0;
        }
        return (double) correct / set.size();
    }
}
