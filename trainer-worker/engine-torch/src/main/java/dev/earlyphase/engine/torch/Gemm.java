package dev.earlyphase.engine.torch;

import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.NoGradGuard;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;

/** The product of two square matrices in single precision: the most arithmetic that the machine does in a second. */
public final class Gemm {
    private static final int SIZE = 2_048;
    private static final int PRODUCTS = 10;

    private Gemm() {}

    /** Floating-point operations a second; a multiplication and its addition count as two. */
    public static double operationsPerSecond() {
        NativeLibrary.load();
        Target target = Target.ofThisMachine();
        try (PointerScope scope = new PointerScope();
                NoGradGuard noGradient = new NoGradGuard()) {
            Tensor a = target.moved(torch.rand(SIZE, SIZE));
            Tensor product = torch.mm(a, a);
            product.sum().item_float();
            long start = System.nanoTime();
            for (int i = 0; i < PRODUCTS; i++) {
                torch.mm_out(product, a, a);
            }
            product.sum().item_float();
            double seconds = (System.nanoTime() - start) / 1e9;
            return 2.0 * SIZE * SIZE * SIZE * PRODUCTS / seconds;
        }
    }
}
