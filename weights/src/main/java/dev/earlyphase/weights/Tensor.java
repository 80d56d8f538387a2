package dev.earlyphase.weights;

import java.util.Arrays;
import java.util.Objects;

/**
 * A named array of floats. Two tensors are equal when name, shape and every bit of every value are (any NaN equals any
 * NaN).
 *
 * @param name as in PyTorch's {@code state_dict}, for example {@code blocks.0.conv1.weight}; not empty
 * @param shape how the values are laid out
 * @param values row-major, one for each element of the shape; shared rather than copied, so nobody may change it
 */
public record Tensor(String name, Shape shape, float[] values) {

    public Tensor {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(shape, "shape");
        if (name.isEmpty()) {
            throw new IllegalArgumentException("the name of a tensor is empty");
        }
        if (values.length != shape.elements()) {
            throw new IllegalArgumentException("tensor '" + name + "' of shape " + shape + " takes " + shape.elements()
                    + " values, given " + values.length);
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Tensor that
                && name.equals(that.name)
                && shape.equals(that.shape)
                && Arrays.equals(values, that.values);
    }

    @Override
    public int hashCode() {
        return Objects.hash(name, shape, Arrays.hashCode(values));
    }

    @Override
    public String toString() {
        return name + " " + shape;
    }
}
