package dev.earlyphase.core.engine;

import java.lang.management.ManagementFactory;
import java.util.List;

import com.sun.management.OperatingSystemMXBean;

import dev.earlyphase.core.network.ImageShape;
import dev.earlyphase.core.network.Layer;
import dev.earlyphase.core.network.Network;
import dev.earlyphase.core.network.Residual;

/** How much memory a session takes. The system hands out more than it has, and later kills the process that uses it. */
public final class Footprint {
    private static final double GIBI = 1 << 30;

    private Footprint() {}

    /**
     * @param copies values that the engine holds for each value that a layer gives out
     * @throws OutOfMemoryError if batches of this size take more memory than the machine, or its container, has
     */
    public static void check(Network network, int batchSize, double copies) {
        var machine = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
        double bytes = copies * bytes(network, batchSize);
        if (bytes > machine.getTotalMemorySize()) {
            throw new OutOfMemoryError("%s takes about %.0f GiB for a batch of %d examples; this machine has %.0f GiB"
                    .formatted(network.name(), bytes / GIBI, batchSize, machine.getTotalMemorySize() / GIBI));
        }
    }

    /** Bytes of the images and of what all layers give out. */
    static double bytes(Network network, int batchSize) {
        double values = network.input().elements() + outputs(network.layers(), network.input());
        return Float.BYTES * values * batchSize;
    }

    private static long outputs(List<Layer> layers, ImageShape input) {
        long sum = 0;
        ImageShape shape = input;
        for (Layer layer : layers) {
            if (layer instanceof Residual residual) {
                sum += outputs(residual.body(), shape) + outputs(residual.shortcut(), shape);
            }
            shape = layer.output(shape);
            sum += shape.elements();
        }
        return sum;
    }
}
