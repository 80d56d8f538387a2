package dev.earlyphase.analyzer.checkpoint;

import jakarta.enterprise.context.ApplicationScoped;

import dev.earlyphase.analyzer.object.References;
import dev.earlyphase.contracts.object.ObjectRef;
import dev.earlyphase.weights.Mask;
import dev.earlyphase.weights.safetensors.SafetensorsFile;

/** Which weights of a checkpoint survive. */
@ApplicationScoped
public class SurvivorsOfCheckpoint {
    private final References references;

    public SurvivorsOfCheckpoint(References references) {
        this.references = references;
    }

    /** @param mask of the trial; null where all prunable weights of the file survive */
    public Mask in(SafetensorsFile file, ObjectRef mask) {
        return mask == null
                ? Mask.dense(PrunableTensors.of(file))
                : Mask.fromTensors(references.get(mask).tensors());
    }
}
