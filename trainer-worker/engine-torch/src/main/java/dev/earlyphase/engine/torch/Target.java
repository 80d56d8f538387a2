package dev.earlyphase.engine.torch;

import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.Device;
import org.bytedeco.pytorch.DeviceOptional;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorOptions;
import org.bytedeco.pytorch.global.torch;
import org.bytedeco.pytorch.global.torch.ScalarType;

/** What computes. Which of several GPUs is the first visible one, {@code CUDA_VISIBLE_DEVICES} decides. */
enum Target {
    PROCESSOR("cpu"),
    GPU("cuda:0");

    private final String id;

    Target(String id) {
        this.id = id;
    }

    /** The GPU where the build and the machine have one. */
    static Target ofThisMachine() {
        return NativeLibrary.gpu() ? GPU : PROCESSOR;
    }

    String id() {
        return id;
    }

    /** Zeros in single precision, there, which outlive the scope; {@code releaseReference} frees them. */
    Tensor keptZeros(long... shape) {
        try (PointerScope scope = new PointerScope()) {
            var options = new TensorOptions(ScalarType.Float).device(new DeviceOptional(new Device(id)));
            return kept(torch.zeros(shape, options));
        }
    }

    /** The same tensor, which now outlives the scope; {@code releaseReference} frees it. */
    static Tensor kept(Tensor tensor) {
        tensor.retainReference();
        return tensor;
    }

    /** The same values there: the same tensor if it is there already. */
    Tensor moved(Tensor tensor) {
        return switch (this) {
            case PROCESSOR -> tensor;
            case GPU -> tensor.to(new Device(id), tensor.scalar_type());
        };
    }

    /** The same values in this process's own memory, one after another: the same tensor if it is so already. */
    Tensor fetched(Tensor tensor) {
        return switch (this) {
            case PROCESSOR -> tensor.contiguous();
            case GPU -> tensor.cpu().contiguous();
        };
    }
}
