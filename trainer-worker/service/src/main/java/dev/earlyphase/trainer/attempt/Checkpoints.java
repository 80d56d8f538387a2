package dev.earlyphase.trainer.attempt;

import java.util.Map;
import java.util.Optional;
import jakarta.inject.Singleton;

import dev.earlyphase.contracts.claim.Claim;
import dev.earlyphase.contracts.object.ObjectRef;
import dev.earlyphase.core.training.Snapshot;
import dev.earlyphase.trainer.store.Store;
import dev.earlyphase.weights.Mask;
import dev.earlyphase.weights.Tensors;
import dev.earlyphase.weights.safetensors.Safetensors;

/** Weights and masks in the store, as safetensors. */
@Singleton
final class Checkpoints {
    private static final Tensors NO_MOMENTUM = Tensors.of();

    private final Store store;
    private final TrainingMeters meters;

    Checkpoints(Store store, TrainingMeters meters) {
        this.store = store;
        this.meters = meters;
    }

    Tensors fetch(ObjectRef object) {
        return Safetensors.read(store.fetch(object)).tensors();
    }

    /** @param object null for none, which stands for zeros */
    Tensors fetchMomentum(ObjectRef object) {
        return object == null ? NO_MOMENTUM : fetch(object);
    }

    /**
     * Where an earlier attempt left off.
     *
     * @return empty when the store has it no more as it was written
     */
    Optional<Snapshot> fetchIfSound(Claim.Resume resume) {
        Optional<Tensors> weights = fetchIfSound(resume.weights());
        Optional<Tensors> momentum =
                resume.momentum() == null ? Optional.of(NO_MOMENTUM) : fetchIfSound(resume.momentum());
        return weights.flatMap(w -> momentum.map(m -> new Snapshot(resume.iteration(), w, m)));
    }

    private Optional<Tensors> fetchIfSound(ObjectRef object) {
        return store.fetchIfSound(object).map(bytes -> Safetensors.read(bytes).tensors());
    }

    Mask fetchMask(ObjectRef object) {
        return Mask.fromTensors(fetch(object));
    }

    ObjectRef keep(String key, Tensors tensors, Map<String, String> metadata) {
        return keep(key, Safetensors.bytes(tensors, metadata));
    }

    ObjectRef keep(String key, Mask mask, Map<String, String> metadata) {
        return keep(key, Safetensors.bytes(mask, metadata));
    }

    private ObjectRef keep(String key, byte[] bytes) {
        return meters.written(() -> store.keep(key, bytes));
    }

    /**
     * What stands in the header of a checkpoint. The attempt is not in it, so that equal weights are equal bytes.
     *
     * @param prunable names of the prunable tensors
     */
    static Map<String, String> metadata(Claim claim, Iterable<String> prunable, int iteration) {
        return Map.of(
                "format", "pt",
                "trial", claim.trial().value(),
                "network", claim.spec().network().id(),
                "dataset", claim.spec().dataset().id(),
                "iteration", Integer.toString(iteration),
                "moment", iteration + "it",
                "prunable", String.join(",", prunable));
    }
}
