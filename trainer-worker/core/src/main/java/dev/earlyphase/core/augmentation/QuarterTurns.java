package dev.earlyphase.core.augmentation;

/** Exact turns of square images by multiples of 90 degrees, counter-clockwise as {@code torch.rot90} makes them. */
final class QuarterTurns {
    private QuarterTurns() {}

    /**
     * @param image channels of {@code side} × {@code side} pixels, one after another
     * @param turns 0 to 3
     * @param into as long as {@code image}, and another array
     */
    static void turn(float[] image, int side, int turns, float[] into) {
        int last = side - 1;
        switch (turns) {
            case 0 -> walk(image, side, 0, side, 1, into);
            case 1 -> walk(image, side, last, -1, side, into);
            case 2 -> walk(image, side, last * side + last, -side, -1, into);
            case 3 -> walk(image, side, last * side, 1, -side, into);
            default -> throw new IllegalArgumentException(turns + " quarter turns; allowed: 0 to 3");
        }
    }

    /** The pixel at row y and column x comes from {@code first + y × down + x × right} of its channel. */
    private static void walk(float[] image, int side, int first, int down, int right, float[] into) {
        for (int channel = 0; channel < image.length; channel += side * side) {
            for (int y = 0; y < side; y++) {
                int row = channel + y * side;
                int source = channel + first + y * down;
                for (int x = 0; x < side; x++) {
                    into[row + x] = image[source + x * right];
                }
            }
        }
    }
}
