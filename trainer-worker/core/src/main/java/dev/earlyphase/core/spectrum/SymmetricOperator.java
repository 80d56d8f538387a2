package dev.earlyphase.core.spectrum;

/** A symmetric matrix, given by its product with any vector. */
@FunctionalInterface
public interface SymmetricOperator {
    /** The product as a new array; {@code vector} stays as it is. */
    float[] times(float[] vector);
}
