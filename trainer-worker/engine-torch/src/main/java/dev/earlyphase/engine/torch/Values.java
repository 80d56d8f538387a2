package dev.earlyphase.engine.torch;

import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.pytorch.Tensor;

import dev.earlyphase.core.engine.FlatVector;
import dev.earlyphase.core.network.Parameter;
import dev.earlyphase.weights.Tensors;

/** Copies between libtorch's tensors, in single precision in this process's memory, and arrays. */
final class Values {
    private Values() {}

    /** The values that {@code tensors} has for a parameter. */
    static Tensor of(Tensors tensors, Parameter parameter) {
        return Tensor.create(FlatVector.values(tensors, parameter), shape(parameter));
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

    static long[] shape(Parameter parameter) {
        return parameter.shape().sizes().stream().mapToLong(Integer::longValue).toArray();
    }
}
