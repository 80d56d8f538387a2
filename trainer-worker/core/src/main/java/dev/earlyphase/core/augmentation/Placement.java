package dev.earlyphase.core.augmentation;

import dev.earlyphase.core.random.Draws;

/**
 * How an image is laid into its own frame: flipped or not, then moved, what comes in from outside being zero, then turned.
 *
 * @param flipped left and right exchanged
 * @param down rows by which the image moves down, −4 to 4
 * @param right columns by which it moves right after the flip, −4 to 4
 * @param quarterTurns counter-clockwise, 0 to 3; other than 0 for square images only
 */
public record Placement(boolean flipped, int down, int right, int quarterTurns) {
    /** Width of the border of zeros from which a crop is taken. */
    public static final int PADDING = 4;

    /** The image as it is. */
    public static final Placement AS_IS = new Placement(false, 0, 0);

    /** Not turned. */
    public Placement(boolean flipped, int down, int right) {
        this(flipped, down, right, 0);
    }

    /** The same, but turned so far: a turn comes last, so that no flip makes a quarter turn look like three. */
    public Placement turned(int quarterTurns) {
        return quarterTurns == this.quarterTurns ? this : new Placement(flipped, down, right, quarterTurns);
    }

    /** A flip with probability ½, then a uniform crop out of the image padded by 4 zeros on each side. */
    public static Placement draw(Draws draws) {
        boolean flipped = draws.below(2) == 1;
        int down = PADDING - draws.below(2 * PADDING + 1);
        int right = PADDING - draws.below(2 * PADDING + 1);
        return new Placement(flipped, down, right);
    }
}
