package dev.earlyphase.core.engine;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import dev.earlyphase.core.network.Parameter;
import dev.earlyphase.weights.Mask;
import dev.earlyphase.weights.Tensor;
import dev.earlyphase.weights.Tensors;

/** Tensors of a network one after another in one array, as engines hold them. */
public final class FlatVector {
    private FlatVector() {}

    /** The values of {@code parameters}, in their order. */
    public static float[] of(Tensors tensors, List<Parameter> parameters) {
        float[] flat = new float[length(parameters)];
        int start = 0;
        for (Parameter parameter : parameters) {
            System.arraycopy(values(tensors, parameter), 0, flat, start, parameter.elements());
            start += parameter.elements();
        }
        return flat;
    }

    /** The reverse of {@link #of}. */
    public static Tensors tensors(float[] flat, List<Parameter> parameters) {
        List<Tensor> tensors = new ArrayList<>();
        int start = 0;
        for (Parameter parameter : parameters) {
            int end = start + parameter.elements();
            tensors.add(new Tensor(parameter.name(), parameter.shape(), Arrays.copyOfRange(flat, start, end)));
            start = end;
        }
        return Tensors.of(tensors);
    }

    /** 1 where a value takes part, 0 where {@code mask} prunes it; what the mask does not cover takes part. */
    public static float[] survivors(Mask mask, List<Parameter> parameters) {
        float[] survivors = new float[length(parameters)];
        Arrays.fill(survivors, 1);
        int start = 0;
        for (Parameter parameter : parameters) {
            if (mask.covers(parameter.name())) {
                for (int i = 0; i < parameter.elements(); i++) {
                    survivors[start + i] = mask.survives(parameter.name(), i) ? 1 : 0;
                }
            }
            start += parameter.elements();
        }
        return survivors;
    }

    /** @throws IllegalArgumentException if the tensor of this name has another shape */
    public static float[] values(Tensors tensors, Parameter parameter) {
        Tensor tensor = tensors.get(parameter.name());
        if (!tensor.shape().equals(parameter.shape())) {
            throw new IllegalArgumentException("'%s' has shape %s; the network needs %s"
                    .formatted(parameter.name(), tensor.shape(), parameter.shape()));
        }
        return tensor.values();
    }

    private static int length(List<Parameter> parameters) {
        return parameters.stream().mapToInt(Parameter::elements).sum();
    }
}
