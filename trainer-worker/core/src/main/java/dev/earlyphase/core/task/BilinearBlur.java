package dev.earlyphase.core.task;

import java.util.stream.IntStream;

import dev.earlyphase.contracts.error.Check;
import dev.earlyphase.core.data.ImageSet;
import dev.earlyphase.core.network.ImageShape;

/**
 * Blur ×4 (Achille et al. 2019): each side reduced to a quarter and brought back, 32→8→32, both times by bilinear
 * interpolation as PyTorch's {@code interpolate(mode="bilinear", align_corners=False)} samples without antialiasing. Pixel
 * centres lie at i + ½, so a reduced pixel is the mean of the inner four of its 4×4, and coordinates before the first
 * centre or after the last take the pixel at the border. All weights are multiples of ¹⁄₂₅₆, so whole numbers give it
 * exactly; the result is rounded to a byte, halves up.
 */
final class BilinearBlur {
    private static final int FACTOR = 4;
    private static final int EIGHTHS = 8;

    private BilinearBlur() {}

    /** The pixels of the images that count, blurred. */
    static byte[] blurred(ImageSet images) {
        ImageShape shape = images.shape();
        Check.that(
                shape.height() % FACTOR == 0 && shape.width() % FACTOR == 0,
                "task.kind",
                "blur of " + shape + " images",
                "blur of images whose sides are multiples of 4");
        byte[] blurred = new byte[images.size() * shape.elements()];
        IntStream.range(0, images.size() * shape.channels())
                .parallel()
                .forEach(plane -> blur(images.pixels(), blurred, plane, shape.height(), shape.width()));
        return blurred;
    }

    private static void blur(byte[] clear, byte[] blurred, int plane, int height, int width) {
        int from = plane * height * width;
        int rows = height / FACTOR;
        int columns = width / FACTOR;
        int[] sums = reduced(clear, from, rows, columns);
        for (int y = 0; y < height; y++) {
            int down = eighths(y);
            int above = down / EIGHTHS * columns;
            int below = Math.min(down / EIGHTHS + 1, rows - 1) * columns;
            for (int x = 0; x < width; x++) {
                int right = eighths(x);
                int left = right / EIGHTHS;
                int next = Math.min(left + 1, columns - 1);
                int top = mixed(sums[above + left], sums[above + next], right % EIGHTHS);
                int bottom = mixed(sums[below + left], sums[below + next], right % EIGHTHS);
                // 4 pixels a sum, eighths twice: 256 in all.
                blurred[from + y * width + x] = (byte) (mixed(top, bottom, down % EIGHTHS) + 128 >> 8);
            }
        }
    }

    /** The sum of the inner four pixels of each 4×4: four times the pixel of the reduced image. */
    private static int[] reduced(byte[] pixels, int from, int rows, int columns) {
        int width = columns * FACTOR;
        int[] sums = new int[rows * columns];
        for (int i = 0; i < sums.length; i++) {
            int inner = from + (i / columns * FACTOR + 1) * width + i % columns * FACTOR + 1;
            sums[i] = (pixels[inner] & 0xFF)
                    + (pixels[inner + 1] & 0xFF)
                    + (pixels[inner + width] & 0xFF)
                    + (pixels[inner + width + 1] & 0xFF);
        }
        return sums;
    }

    /** Where a pixel's centre falls in the reduced image, in eighths of its pixels: (i + ½) / 4 − ½, at least 0. */
    private static int eighths(int pixel) {
        return Math.max(0, 2 * pixel - 3);
    }

    private static int mixed(int one, int other, int eighths) {
        return one * (EIGHTHS - eighths) + other * eighths;
    }
}
