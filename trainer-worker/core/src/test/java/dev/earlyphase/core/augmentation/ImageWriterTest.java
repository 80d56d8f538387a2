package dev.earlyphase.core.augmentation;

import java.nio.FloatBuffer;
import java.util.List;
import java.util.Random;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

import dev.earlyphase.core.data.ImageSet;
import dev.earlyphase.core.data.Normalisation;
import dev.earlyphase.core.engine.Batch;
import dev.earlyphase.core.network.ImageShape;

import static org.assertj.core.api.Assertions.assertThat;

class ImageWriterTest {
    private static final Normalisation NORMALISATION = new Normalisation(List.of(0.5f, 0.25f), List.of(0.5f, 2f));

    @Test
    void pixels_are_scaled_to_one_then_normalised_by_channel() {
        ImageSet images = new ImageSet(new ImageShape(2, 1, 2), 10, new byte[] {0, (byte) 255, 51, 102}, new byte[1]);

        float[] written = write(images, 0, Placement.AS_IS);

        assertThat(written).containsExactly(-1f, 1f, (0.2f - 0.25f) / 2f, (0.4f - 0.25f) / 2f);
    }

    @Test
    void a_flip_comes_before_the_move() {
        ImageSet images = new ImageSet(new ImageShape(1, 1, 3), 10, new byte[] {51, 102, (byte) 153}, new byte[1]);
        Normalisation plain = new Normalisation(List.of(0f), List.of(1f));

        float[] written = write(images, plain, 0, new Placement(true, 0, 1));

        assertThat(written).containsExactly(0f, 0.6f, 0.4f);
    }

    @Test
    void a_turn_comes_after_flip_and_move() {
        ImageSet images = new ImageSet(new ImageShape(1, 2, 2), 10, new byte[] {51, 102, 0, 0}, new byte[1]);
        Normalisation plain = new Normalisation(List.of(0f), List.of(1f));

        float[] written = write(images, plain, 0, new Placement(true, 1, 0).turned(1));

        assertThat(written).containsExactly(0f, 0.2f, 0f, 0.4f);
    }

    @Property
    void every_pixel_comes_from_its_place_in_the_padded_image(
            @ForAll long seed,
            @ForAll boolean flipped,
            @ForAll @IntRange(min = -4, max = 4) int down,
            @ForAll @IntRange(min = -4, max = 4) int right) {
        ImageSet images = randomImages(seed, new ImageShape(2, 6, 5), 3);

        float[] written = write(images, 1, new Placement(flipped, down, right));

        assertThat(written).isEqualTo(padThenCrop(images, 1, flipped, 4 - down, 4 - right));
    }

    @Test
    void images_stand_one_after_another_in_the_batch() {
        ImageSet images = randomImages(1, new ImageShape(2, 3, 3), 2);
        FloatBuffer buffer = Batch.buffer(images.shape(), 2);
        ImageWriter writer = new ImageWriter(images, NORMALISATION);

        writer.write(1, Placement.AS_IS, buffer, 0);
        writer.write(0, Placement.AS_IS, buffer, 1);

        float[] second = new float[18];
        buffer.get(18, second);
        assertThat(second).isEqualTo(write(images, 0, Placement.AS_IS));
        assertThat(buffer.position()).isZero();
    }

    /** As the authors do it: flip, pad by 4, cut out, and only then scale and normalise. */
    private static float[] padThenCrop(ImageSet images, int image, boolean flipped, int top, int left) {
        ImageShape shape = images.shape();
        float[] out = new float[shape.elements()];
        for (int c = 0; c < shape.channels(); c++) {
            int[][] padded = new int[shape.height() + 8][shape.width() + 8];
            for (int y = 0; y < shape.height(); y++) {
                for (int x = 0; x < shape.width(); x++) {
                    int from = flipped ? shape.width() - 1 - x : x;
                    int at = image * shape.elements() + (c * shape.height() + y) * shape.width() + from;
                    padded[y + 4][x + 4] = images.pixels()[at] & 0xFF;
                }
            }
            for (int y = 0; y < shape.height(); y++) {
                for (int x = 0; x < shape.width(); x++) {
                    out[(c * shape.height() + y) * shape.width() + x] = (padded[y + top][x + left] / 255f
                                    - NORMALISATION.mean().get(c))
                            / NORMALISATION.deviation().get(c);
                }
            }
        }
        return out;
    }

    private static ImageSet randomImages(long seed, ImageShape shape, int count) {
        byte[] pixels = new byte[count * shape.elements()];
        new Random(seed).nextBytes(pixels);
        return new ImageSet(shape, 10, pixels, new byte[count]);
    }

    private static float[] write(ImageSet images, int image, Placement placement) {
        return write(images, NORMALISATION, image, placement);
    }

    private static float[] write(ImageSet images, Normalisation normalisation, int image, Placement placement) {
        FloatBuffer buffer = Batch.buffer(images.shape(), 1);
        new ImageWriter(images, normalisation).write(image, placement, buffer, 0);
        float[] written = new float[images.shape().elements()];
        buffer.get(0, written);
        return written;
    }
}
