package dev.earlyphase.engine.torch;

import java.util.function.Supplier;

/** Turns libtorch's exceptions, whose messages end in pages of native stack, into short ones. */
final class NativeFailure {
    private static final String NATIVE_STACK = "\n(Exception raised from|frame #)";

    private NativeFailure() {}

    /** The result of some native work. */
    static <T> T shortened(Supplier<T> work) {
        try {
            return work.get();
        } catch (RuntimeException e) {
            // JavaCPP turns a C++ exception into one of just this class.
            if (e.getClass() != RuntimeException.class || e.getMessage() == null) {
                throw e;
            }
            throw new IllegalStateException(
                    "libtorch: " + e.getMessage().split(NATIVE_STACK, 2)[0].strip(), e);
        }
    }
}
