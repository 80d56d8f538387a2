package dev.earlyphase.core.task;

import java.util.Arrays;
import java.util.List;
import java.util.Random;

import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

import dev.earlyphase.contracts.trial.Task;
import dev.earlyphase.core.data.DataSet;
import dev.earlyphase.core.data.ImageSet;
import dev.earlyphase.core.data.Normalisation;
import dev.earlyphase.core.network.ImageShape;

import static org.assertj.core.api.Assertions.assertThat;

class BlurTest {
    private static final ImageShape COLOUR = new ImageShape(3, 32, 32);

    @Property(tries = 256)
    void a_constant_image_stays_as_it_is(@ForAll @IntRange(max = 255) int value) {
        byte[] pixels = new byte[COLOUR.elements()];
        Arrays.fill(pixels, (byte) value);

        byte[] blurred = BilinearBlur.blurred(set(COLOUR, pixels));

        assertThat(blurred).isEqualTo(pixels);
    }

    @Test
    void rows_are_reduced_and_brought_back_as_pytorch_interpolates() {
        // Reduced to 10 and 90: torch.nn.functional.interpolate gives this row.
        byte[] row = {0, 10, 10, 77, 0, 90, 90, 77};
        byte[] pixels = new byte[32];
        for (int y = 0; y < 4; y++) {
            System.arraycopy(row, 0, pixels, 8 * y, 8);
        }

        byte[] blurred = BilinearBlur.blurred(set(new ImageShape(1, 4, 8), pixels));

        assertThat(Arrays.copyOf(blurred, 8)).containsExactly(10, 10, 20, 40, 60, 80, 90, 90);
        assertThat(Arrays.copyOfRange(blurred, 24, 32)).containsExactly(10, 10, 20, 40, 60, 80, 90, 90);
    }

    @Property(tries = 20, edgeCases = EdgeCasesMode.NONE)
    void every_pixel_agrees_with_interpolation_in_floating_point(
            @ForAll long seed,
            @ForAll @IntRange(min = 1, max = 8) int rows,
            @ForAll @IntRange(min = 1, max = 8) int columns) {
        ImageSet images = random(seed, new ImageShape(2, 4 * rows, 4 * columns), 2);

        byte[] blurred = BilinearBlur.blurred(images);

        for (int plane = 0; plane < 4; plane++) {
            double[][] image = plane(images, plane);
            double[][] expected = resized(resized(image, rows, columns), 4 * rows, 4 * columns);
            for (int i = 0; i < 16 * rows * columns; i++) {
                double pixel = expected[i / (4 * columns)][i % (4 * columns)];
                assertThat((double) (blurred[plane * 16 * rows * columns + i] & 0xFF))
                        .isBetween(pixel - 0.5001, pixel + 0.5001);
            }
        }
    }

    @Test
    void training_images_are_blurred_under_their_labels_and_test_images_stay_clear() {
        ImageSet training = random(1, COLOUR, 3);
        ImageSet test = random(2, COLOUR, 3);
        DataSet data = new DataSet("noise", training, test, new Normalisation(List.of(), List.of()));

        Lesson lesson = new Blur().lesson(new Task("blur"), 1, data);

        assertThat(lesson.data().training().pixels())
                .isEqualTo(BilinearBlur.blurred(training))
                .isNotEqualTo(training.pixels());
        assertThat(lesson.data().test()).isEqualTo(test);
        assertThat(lesson.data().checksum()).isEqualTo(data.checksum());
        assertThat(lesson.training().label(4, 2)).isEqualTo(training.labels()[2]);
    }

    @Test
    void blur_and_rotation_go_together_and_test_images_are_turned_but_clear() {
        ImageSet training = random(1, COLOUR, 50);
        ImageSet test = random(2, COLOUR, 50);
        DataSet data = new DataSet("noise", training, test, new Normalisation(List.of(), List.of()));
        Task both = new Task("blur-rotation");

        Lesson lesson = new BlurredRotation().lesson(both, 1, data);

        Lesson turned = new Rotation().lesson(both, 1, data);
        assertThat(lesson.data().training().pixels()).isEqualTo(BilinearBlur.blurred(training));
        assertThat(lesson.data().test()).isEqualTo(test);
        assertThat(lesson.training()).isEqualTo(turned.training());
        assertThat(lesson.test()).isEqualTo(turned.test());
        assertThat(lesson.classes()).isEqualTo(4);
    }

    /** As PyTorch documents it: source = (i + ½) × scale − ½, not below 0, and the last pixel repeated. */
    private static double[][] resized(double[][] image, int rows, int columns) {
        double[][] resized = new double[rows][columns];
        for (int y = 0; y < rows; y++) {
            for (int x = 0; x < columns; x++) {
                double sourceY = Math.max(0, (y + 0.5) * image.length / rows - 0.5);
                double sourceX = Math.max(0, (x + 0.5) * image[0].length / columns - 0.5);
                int top = (int) sourceY;
                int left = (int) sourceX;
                int bottom = Math.min(top + 1, image.length - 1);
                int right = Math.min(left + 1, image[0].length - 1);
                double above = mixed(image[top][left], image[top][right], sourceX - left);
                double below = mixed(image[bottom][left], image[bottom][right], sourceX - left);
                resized[y][x] = mixed(above, below, sourceY - top);
            }
        }
        return resized;
    }

    private static double mixed(double one, double other, double share) {
        return one * (1 - share) + other * share;
    }

    private static double[][] plane(ImageSet images, int plane) {
        int width = images.shape().width();
        double[][] pixels = new double[images.shape().height()][width];
        for (int y = 0; y < pixels.length; y++) {
            for (int x = 0; x < width; x++) {
                pixels[y][x] = images.pixels()[(plane * pixels.length + y) * width + x] & 0xFF;
            }
        }
        return pixels;
    }

    private static ImageSet random(long seed, ImageShape shape, int count) {
        byte[] pixels = new byte[count * shape.elements()];
        new Random(seed).nextBytes(pixels);
        byte[] labels = new byte[count];
        for (int i = 0; i < count; i++) {
            labels[i] = (byte) (i % 10);
        }
        return new ImageSet(shape, 10, pixels, labels);
    }

    private static ImageSet set(ImageShape shape, byte[] pixels) {
        return new ImageSet(shape, 10, pixels, new byte[1]);
    }
}
