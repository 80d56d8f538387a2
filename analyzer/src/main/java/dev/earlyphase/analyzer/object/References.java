package dev.earlyphase.analyzer.object;

import jakarta.enterprise.context.ApplicationScoped;

import dev.earlyphase.contracts.object.ObjectRef;
import dev.earlyphase.weights.safetensors.SafetensorsFile;

/** Objects that many checkpoints refer to (starts, initialisations, masks): fetched once while they are in use. */
@ApplicationScoped
public class References {
    private final ObjectStore store;
    private final RecentFiles recent;

    public References(ObjectStore store, ObjectConfig config) {
        this.store = store;
        this.recent = new RecentFiles(config.cache().asLongValue());
    }

    /** As {@link ObjectStore#fetch}. */
    public synchronized SafetensorsFile get(ObjectRef object) {
        return recent.find(object.sha256()).orElseGet(() -> {
            SafetensorsFile file = store.fetch(object);
            recent.keep(object.sha256(), file);
            return file;
        });
    }
}
