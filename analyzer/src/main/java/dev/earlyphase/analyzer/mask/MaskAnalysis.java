package dev.earlyphase.analyzer.mask;

import jakarta.enterprise.context.ApplicationScoped;

import dev.earlyphase.analyzer.object.References;
import dev.earlyphase.contracts.event.MaskDerived;
import dev.earlyphase.contracts.object.ObjectRef;
import dev.earlyphase.weights.Mask;
import dev.earlyphase.weights.Tensors;

/** Fetches a mask and its parent, computes their statistics and stores them. */
@ApplicationScoped
public class MaskAnalysis {
    private final References references;
    private final MaskTable table;

    public MaskAnalysis(References references, MaskTable table) {
        this.references = references;
        this.table = table;
    }

    /** Safe to repeat. */
    public void analyze(MaskDerived derived) {
        Tensors tensors = tensors(derived.mask());
        Mask mask = Mask.fromTensors(tensors);
        Mask parent = derived.parent() == null ? Mask.dense(tensors) : Mask.fromTensors(tensors(derived.parent()));
        table.store(derived, mask, MaskStatistics.of(mask, parent));
    }

    private Tensors tensors(ObjectRef object) {
        return references.get(object).tensors();
    }
}
