package dev.earlyphase.engine.dl4j;

import java.nio.FloatBuffer;

import org.nd4j.linalg.api.concurrency.AffinityManager.Location;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * The values of an array as this process reads and writes them. On the processor they are the array's own memory; where
 * ND4J computes on a GPU they are a copy, fetched when it has grown old.
 */
final class HostView {
    private final INDArray array;

    /** @param array in the order of its indices, from the beginning of its memory */
    HostView(INDArray array) {
        this.array = array;
    }

    /** Room for the values, which are up to date until ND4J next writes to the array. */
    FloatBuffer values() {
        return array.data().asNioFloat();
    }

    /** To be called when values were changed: makes ND4J read them before it next reads the array. */
    void changed() {
        Nd4j.getAffinityManager().tagLocation(array, Location.HOST);
    }
}
