package dev.earlyphase.weights;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The sizes of a tensor, outermost first. No sizes at all is a scalar.
 *
 * @param sizes each at least 0; their product fits an {@code int}
 */
public record Shape(List<Integer> sizes) {

    public Shape {
        sizes = List.copyOf(sizes);
        for (int size : sizes) {
            if (size < 0) {
                throw new IllegalArgumentException("shape " + sizes + " has the size " + size + "; allowed: 0 or more");
            }
        }
        if (product(sizes) > Integer.MAX_VALUE) {
            throw new IllegalArgumentException(
                    "shape " + sizes + " holds more than the allowed " + Integer.MAX_VALUE + " elements");
        }
    }

    public static Shape of(int... sizes) {
        return new Shape(Arrays.stream(sizes).boxed().toList());
    }

    /** How many values a tensor of this shape holds; 1 for a scalar. */
    public int elements() {
        return (int) product(sizes);
    }

    /** How many sizes there are. */
    public int rank() {
        return sizes.size();
    }

    /** For example {@code 16x3x3x3}. */
    @Override
    public String toString() {
        return sizes.isEmpty() ? "scalar" : sizes.stream().map(String::valueOf).collect(Collectors.joining("x"));
    }

    /** Above {@code Integer.MAX_VALUE} the result only says "too many"; a zero anywhere makes it zero. */
    private static long product(List<Integer> sizes) {
        if (sizes.contains(0)) {
            return 0;
        }
        long product = 1;
        for (int size : sizes) {
            product *= size;
            if (product > Integer.MAX_VALUE) {
                break;
            }
        }
        return product;
    }
}
