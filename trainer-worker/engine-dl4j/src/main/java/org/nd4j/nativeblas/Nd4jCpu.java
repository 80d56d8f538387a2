package org.nd4j.nativeblas;

/**
 * Where Deeplearning4j 1.0.0-M2.1 looks, by reflection, before it uses its oneDNN helpers: {@code BaseMKLDNNHelper} asks
 * for {@code org.nd4j.nativeblas.Nd4jCpu$Environment}, but ND4J has moved that class to another package. Without this
 * one every convolution silently falls back to a path seven times slower.
 */
public final class Nd4jCpu {
    private Nd4jCpu() {}

    /** Answers from the class that moved. */
    public static final class Environment {
        private Environment() {}

        public static Environment getInstance() {
            return new Environment();
        }

        /** Whether the native library has oneDNN and may use it. */
        public boolean isUseMKLDNN() {
            return org.nd4j.linalg.cpu.nativecpu.bindings.Nd4jCpu.Environment.getInstance()
                    .isUseONEDNN();
        }
    }
}
