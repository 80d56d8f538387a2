package dev.earlyphase.core.line;

import java.util.ArrayList;
import java.util.List;

import dev.earlyphase.weights.Tensor;
import dev.earlyphase.weights.Tensors;

/**
 * W(α) = (1 − α)·A + α·B, in double precision, so that α = 0 is A and α = 1 is B to the bit.
 *
 * @param from A
 * @param to B, with the tensors that A has
 */
record Line(Tensors from, Tensors to) {
    /** All of the state at a position from 0 to 1. Running statistics lie between those of the ends. */
    Tensors at(double position) {
        List<Tensor> tensors = new ArrayList<>();
        for (Tensor start : from) {
            float[] a = start.values();
            float[] b = to.get(start.name()).values();
            float[] values = new float[a.length];
            for (int i = 0; i < values.length; i++) {
                values[i] = (float) ((1 - position) * a[i] + position * b[i]);
            }
            tensors.add(new Tensor(start.name(), start.shape(), values));
        }
        return Tensors.of(tensors);
    }

    /** So many positions at equal distances, from 0 to 1. */
    static double[] positions(int points) {
        double[] positions = new double[points];
        for (int i = 0; i < points; i++) {
            positions[i] = (double) i / (points - 1);
        }
        return positions;
    }
}
