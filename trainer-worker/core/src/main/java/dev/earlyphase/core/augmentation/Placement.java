package dev.earlyphase.core.augmentation;

import dev.earlyphase.core.random.Draws;

/**
 * How an image is laid into its own frame: flipped or not, then moved; what comes in from outside is zero.
 *
 * @param flipped left and right exchanged
 * @param down rows by which the image moves down, −4 to 4
 * @param right columns by which it moves right after the flip, −4 to 4
 */
public record Placement(boolean flipped, int down, int right) {
    /** Width of the border of zeros from which a crop is taken. */
    public static final int PADDING = 4;

    /** The image as it is. */
    public static final Placement AS_IS = new Placement(false, 0, 0);

    /** A flip with probability ½, then a uniform crop out of the image padded by 4 zeros on each side. */
    public static Placement draw(Draws draws) {
        boolean flipped = draws.below(2) == 1;
        int down = PADDING - draws.below(2 * PADDING + 1);
        int right = PADDING - draws.below(2 * PADDING + 1);
        return new Placement(flipped, down, right);
    }
}
