package dev.earlyphase.core.data;

import java.util.stream.IntStream;

import dev.earlyphase.contracts.catalog.DataSetName;
import dev.earlyphase.core.network.ImageShape;
import dev.earlyphase.core.random.Draws;
import dev.earlyphase.core.random.Purpose;

/**
 * The generated data set: digits written as polylines, each under a random affine change with shaken corners, a pen of
 * random width and ink, and noise. Every image is a function of its number, so the set is the same on every machine.
 */
final class Strokes {
    private static final long SEED = 20_020_365;
    private static final int SIDE = DataSetName.STROKES.side();
    private static final int PIXELS = SIDE * SIDE;

    private static final double SHAKE = 0.03;
    private static final double ROTATION = Math.PI / 12;
    private static final double SHEAR = 0.25;
    private static final double NARROWEST = 16;
    private static final double WIDEST = 22;
    private static final double SHIFT = 2;
    private static final double NOISE = 0.12;

    private Strokes() {}

    static DataSet generate() {
        return new DataSet(
                "strokes",
                generate(Purpose.STROKES_TRAINING, DataSetName.STROKES.trainExamples()),
                generate(Purpose.STROKES_TEST, DataSetName.STROKES.testExamples()),
                Normalisation.STROKES);
    }

    /** The first {@code count} images of the training or the test set. */
    static ImageSet generate(Purpose purpose, int count) {
        byte[] pixels = new byte[count * PIXELS];
        byte[] labels = new byte[count];
        IntStream.range(0, count).parallel().forEach(image -> {
            Draws draws = new Draws(SEED, purpose, 0).item(image);
            int digit = draws.below(DataSetName.CLASSES);
            labels[image] = (byte) digit;
            write(digit, draws, pixels, image * PIXELS);
        });
        return new ImageSet(new ImageShape(1, SIDE, SIDE), DataSetName.CLASSES, pixels, labels);
    }

    private static void write(int digit, Draws draws, byte[] pixels, int from) {
        double[] corners = place(Glyphs.corners(digit), draws);
        double pen = draws.between(0.8, 1.8);
        double ink = draws.between(0.6, 1);
        double[] canvas = new double[PIXELS];
        for (int i = 0; i + 3 < corners.length; i += 2) {
            draw(corners[i], corners[i + 1], corners[i + 2], corners[i + 3], pen, canvas);
        }
        for (int i = 0; i < PIXELS; i++) {
            double value = ink * canvas[i] + NOISE * noise(draws.bits());
            pixels[from + i] = (byte) Math.round(255 * Math.clamp(value, 0.0, 1.0));
        }
    }

    /** Shakes the corners, then shears, stretches, turns and shifts them into the image. */
    private static double[] place(double[] corners, Draws draws) {
        double angle = draws.between(-ROTATION, ROTATION);
        double cosine = StrictMath.cos(angle);
        double sine = StrictMath.sin(angle);
        double shear = draws.between(-SHEAR, SHEAR);
        double width = draws.between(NARROWEST, WIDEST);
        double height = draws.between(NARROWEST, WIDEST);
        double left = SIDE / 2.0 + draws.between(-SHIFT, SHIFT);
        double top = SIDE / 2.0 + draws.between(-SHIFT, SHIFT);
        for (int i = 0; i < corners.length; i += 2) {
            double y = height * (corners[i + 1] + SHAKE * draws.normal());
            double x = width * (corners[i] + SHAKE * draws.normal()) + shear * y;
            corners[i] = left + cosine * x - sine * y;
            corners[i + 1] = top + sine * x + cosine * y;
        }
        return corners;
    }

    /** Inks every pixel within the pen's reach of the line from (x0, y0) to (x1, y1), with a soft edge of one pixel. */
    private static void draw(double x0, double y0, double x1, double y1, double pen, double[] canvas) {
        double reach = pen + 1;
        int firstRow = row(Math.min(y0, y1) - reach);
        int lastRow = row(Math.max(y0, y1) + reach);
        int firstColumn = row(Math.min(x0, x1) - reach);
        int lastColumn = row(Math.max(x0, x1) + reach);
        double dx = x1 - x0;
        double dy = y1 - y0;
        double length = dx * dx + dy * dy;
        for (int y = firstRow; y <= lastRow; y++) {
            for (int x = firstColumn; x <= lastColumn; x++) {
                double px = x + 0.5 - x0;
                double py = y + 0.5 - y0;
                double along = length == 0 ? 0 : Math.clamp((px * dx + py * dy) / length, 0.0, 1.0);
                double ex = px - along * dx;
                double ey = py - along * dy;
                double ink = Math.clamp(pen + 0.5 - Math.sqrt(ex * ex + ey * ey), 0.0, 1.0);
                canvas[y * SIDE + x] = Math.max(canvas[y * SIDE + x], ink);
            }
        }
    }

    private static int row(double coordinate) {
        return Math.clamp((int) Math.floor(coordinate), 0, SIDE - 1);
    }

    /** Close to a standard normal: the sum of four uniform bytes, centred and scaled. */
    private static double noise(int bits) {
        int sum = (bits & 0xFF) + (bits >>> 8 & 0xFF) + (bits >>> 16 & 0xFF) + (bits >>> 24);
        return (sum - 510) / 147.8;
    }
}
