package dev.earlyphase.engine.dl4j.layer;

import java.nio.FloatBuffer;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.executioner.OpExecutioner.ExecutionerType;
import org.nd4j.linalg.api.shape.Shape;
import org.nd4j.linalg.factory.Nd4j;

/** What layers need that compute in Java instead of calling ND4J: arrays as buffers, and the processor's cores. */
public final class Host {
    private Host() {}

    /** Whether ND4J computes on the processor, so that its arrays lie where Java can work on them. */
    public static boolean computes() {
        return Nd4j.getExecutioner().type() == ExecutionerType.NATIVE_CPU;
    }

    /** Whether an array lies there whole, in the order of its indices. */
    static boolean holds(INDArray array) {
        return computes() && array.ordering() == 'c' && Shape.hasDefaultStridesForShape(array) && !array.isView();
    }

    /**
     * The values of an array that the {@linkplain #holds host holds}.
     *
     * @throws OutOfMemoryError if they take more than a buffer can hold
     */
    static FloatBuffer values(INDArray array) {
        if (array.length() > Integer.MAX_VALUE / Float.BYTES) {
            throw new OutOfMemoryError("one layer's output for %d examples takes %d MiB; 2048 MiB are the most"
                    .formatted(array.size(0), array.length() * Float.BYTES >> 20));
        }
        return array.data().asNioFloat();
    }

    /** Does each part of some work, sharing them among the cores that ND4J may use. */
    static void each(int parts, IntConsumer work) {
        IntStream numbers = IntStream.range(0, parts);
        if (parts > 1 && Nd4j.getEnvironment().maxMasterThreads() > 1) {
            numbers.parallel().forEach(work);
        } else {
            numbers.forEach(work);
        }
    }
}
