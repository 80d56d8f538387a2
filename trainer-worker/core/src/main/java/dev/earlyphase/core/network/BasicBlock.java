package dev.earlyphase.core.network;

import java.util.List;

/**
 * The basic block of residual networks (He et al. 2016, figure 5, left): two 3×3 convolutions with batch norm beside a
 * shortcut, the ReLU after their sum. The shortcut is a 1×1 convolution with batch norm where the shape changes, else the
 * identity.
 */
final class BasicBlock {
    private BasicBlock() {}

    /**
     * @param name such as {@code blocks.3}
     * @param shortcut how the tensors of the shortcut are named inside the block, such as {@code downsample}
     */
    static List<Layer> layers(String name, int inputs, int outputs, int stride, String shortcut) {
        List<Layer> body = List.of(
                new Convolution(name + ".conv1", inputs, outputs, 3, stride, 1, false),
                new BatchNorm(name + ".bn1", outputs),
                new Relu(),
                new Convolution(name + ".conv2", outputs, outputs, 3, 1, 1, false),
                new BatchNorm(name + ".bn2", outputs));
        List<Layer> side = stride == 1 && inputs == outputs
                ? List.of()
                : List.of(
                        new Convolution(name + "." + shortcut + ".0", inputs, outputs, 1, stride, 0, false),
                        new BatchNorm(name + "." + shortcut + ".1", outputs));
        return List.of(new Residual(body, side), new Relu());
    }
}
