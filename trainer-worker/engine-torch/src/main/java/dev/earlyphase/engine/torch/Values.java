package dev.earlyphase.engine.torch;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.pytorch.Tensor;

import dev.earlyphase.core.network.Parameter;
import dev.earlyphase.weights.Tensors;

/** Copies between libtorch's tensors, in single precision in this process's memory, and arrays. */
final class Values {
    private Values() {}

    /** The values that {@code tensors} has for a parameter. */
    static Tensor of(Tensors tensors, Parameter parameter) {
        return Tensor.create(checked(tensors, parameter), shape(parameter));
    }

    private static float[] checked(Tensors tensors, Parameter parameter) {
        dev.earlyphase.weights.Tensor tensor = tensors.get(parameter.name());
        if (!tensor.shape().equals(parameter.shape())) {
            throw new IllegalArgumentException("'%s' has shape %s; the network needs %s"
                    .formatted(parameter.name(), tensor.shape(), parameter.shape()));
        }
        return tensor.values();
    }

    static dev.earlyphase.weights.Tensor named(Parameter parameter, Tensor tensor) {
        float[] values = new float[parameter.elements()];
        read(tensor, values);
        return new dev.earlyphase.weights.Tensor(parameter.name(), parameter.shape(), values);
    }

    /** Fills {@code into} from a contiguous tensor. */
    static void read(Tensor tensor, float[] into) {
        FloatPointer values = tensor.data_ptr_float();
        values.get(into);
    }

    /** All values, in the order of {@code parameters}. */
    static float[] flat(Tensors tensors, List<Parameter> parameters) {
        float[] flat =
                new float[parameters.stream().mapToInt(Parameter::elements).sum()];
        int start = 0;
        for (Parameter parameter : parameters) {
            System.arraycopy(checked(tensors, parameter), 0, flat, start, parameter.elements());
            start += parameter.elements();
        }
        return flat;
    }

    /** The reverse of {@link #flat}. */
    static Tensors unflat(float[] flat, List<Parameter> parameters) {
        List<dev.earlyphase.weights.Tensor> tensors = new ArrayList<>();
        int start = 0;
        for (Parameter parameter : parameters) {
            int end = start + parameter.elements();
            float[] values = Arrays.copyOfRange(flat, start, end);
            tensors.add(new dev.earlyphase.weights.Tensor(parameter.name(), parameter.shape(), values));
            start = end;
        }
        return Tensors.of(tensors);
    }

    static long[] shape(Parameter parameter) {
        return parameter.shape().sizes().stream().mapToLong(Integer::longValue).toArray();
    }
}
