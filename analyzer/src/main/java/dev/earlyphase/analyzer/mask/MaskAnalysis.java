package dev.earlyphase.analyzer.mask;

import jakarta.enterprise.context.ApplicationScoped;

import io.opentelemetry.instrumentation.annotations.WithSpan;

import dev.earlyphase.analyzer.object.References;
import dev.earlyphase.contracts.event.MaskDerived;
import dev.earlyphase.weights.Mask;
import dev.earlyphase.weights.safetensors.SafetensorsFile;

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
    @WithSpan("analyze mask")
    public void analyze(MaskDerived derived) {
        SafetensorsFile file = references.get(derived.mask());
        Mask mask = Mask.fromTensors(file.tensors());
        Mask parent = derived.parent() == null
                ? Mask.dense(file.tensors())
                : Mask.fromTensors(references.get(derived.parent()).tensors());
        ForwardPass pass = ForwardPass.of(file.metadata()).orElse(null);
        table.store(derived, mask, MaskStatistics.of(mask, parent, pass));
    }
}
