package dev.earlyphase.core.augmentation;

import java.nio.FloatBuffer;
import java.util.Arrays;

import dev.earlyphase.core.data.ImageSet;
import dev.earlyphase.core.data.Normalisation;

/** Writes normalised images of a set into batches, C×H×W. Confined to one thread. */
public final class ImageWriter {
    private final ImageSet images;
    private final float[][] tables;
    private final float[] image;
    private float[] turned;

    public ImageWriter(ImageSet images, Normalisation normalisation) {
        this.images = images;
        this.tables = new float[images.shape().channels()][];
        Arrays.setAll(tables, normalisation::table);
        this.image = new float[images.shape().elements()];
    }

    /** Writes one image at {@code position}, counted in images. Zeros come in before normalisation, as in PyTorch. */
    public void write(int index, Placement placement, FloatBuffer into, int position) {
        int height = images.shape().height();
        int width = images.shape().width();
        int from = index * image.length;
        for (int channel = 0; channel < tables.length; channel++) {
            for (int y = 0; y < height; y++) {
                int row = (channel * height + y) * width;
                int sourceY = y - placement.down();
                if (sourceY < 0 || sourceY >= height) {
                    Arrays.fill(image, row, row + width, tables[channel][0]);
                } else {
                    int source = from + (channel * height + sourceY) * width;
                    writeRow(source, width, placement, tables[channel], row);
                }
            }
        }
        into.put(position * image.length, placement.quarterTurns() == 0 ? image : turned(placement.quarterTurns()));
    }

    private float[] turned(int quarterTurns) {
        if (turned == null) {
            turned = new float[image.length];
        }
        QuarterTurns.turn(image, images.shape().height(), quarterTurns, turned);
        return turned;
    }

    private void writeRow(int source, int width, Placement placement, float[] table, int row) {
        byte[] pixels = images.pixels();
        int first = Math.max(0, placement.right());
        int last = Math.min(width, width + placement.right());
        Arrays.fill(image, row, row + first, table[0]);
        Arrays.fill(image, row + last, row + width, table[0]);
        if (placement.flipped()) {
            int mirror = source + width - 1 + placement.right();
            for (int x = first; x < last; x++) {
                image[row + x] = table[Byte.toUnsignedInt(pixels[mirror - x])];
            }
        } else {
            int shift = source - placement.right();
            for (int x = first; x < last; x++) {
                image[row + x] = table[Byte.toUnsignedInt(pixels[shift + x])];
            }
        }
    }
}
