package dev.earlyphase.engine.torch;

import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.openblas.global.openblas_nolapack;
import org.bytedeco.pytorch.NoGradGuard;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;

/**
 * The product of two square matrices in single precision: the most arithmetic that the machine does in a second. Needs a
 * process of its own, because it gives OpenBLAS the threads that training takes from it.
 */
public final class Gemm {
    private static final int SIZE = 2_048;
    private static final int PRODUCTS = 10;
    private static final int REPEATS = 5;

    private Gemm() {}

    /** Prints floating-point operations a second of several repeats; a multiplication and its addition count as two. */
    public static void main(String... arguments) {
        NativeLibrary.load();
        openblas_nolapack.blas_set_num_threads(NativeLibrary.threads());
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < REPEATS; i++) {
            line.append(operationsPerSecond()).append(' ');
        }
        System.out.println(line.toString().strip());
    }

    private static double operationsPerSecond() {
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
