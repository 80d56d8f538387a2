package dev.earlyphase.analyzer.mask;

import java.util.BitSet;
import java.util.List;

import dev.earlyphase.analyzer.store.Bits;
import dev.earlyphase.analyzer.store.Upsert;
import dev.earlyphase.contracts.event.MaskDerived;
import dev.earlyphase.weights.Mask;

/**
 * The row of the table {@code mask_bits}: all tensors in the mask's order, row-major, one for a survivor. So
 * {@code bit_count(a.bits # b.bits)} is how many weights survive in just one of two masks of a network.
 */
final class MaskBits {
    static final Upsert UPSERT = Upsert.into("mask_bits", List.of("trial"), List.of("attempt", "bits"));

    private MaskBits() {}

    /** Values in the order of {@link #UPSERT}. */
    static Object[] row(MaskDerived derived, Mask mask) {
        return new Object[] {derived.trial().value(), derived.attempt(), of(mask)};
    }

    static Bits of(Mask mask) {
        var text = new StringBuilder(Math.toIntExact(mask.size()));
        for (String tensor : mask.names()) {
            BitSet survivors = mask.survivors(tensor);
            for (int i = 0; i < mask.shape(tensor).elements(); i++) {
                text.append(survivors.get(i) ? '1' : '0');
            }
        }
        return new Bits(text.toString());
    }
}
