package dev.earlyphase.trainer.attempt;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

import dev.earlyphase.contracts.error.DomainException.Unavailable;
import dev.earlyphase.contracts.object.ObjectRef;
import dev.earlyphase.trainer.store.Sha256;
import dev.earlyphase.trainer.store.Store;

/** A store that forgets everything with the test. */
final class MemoryStore implements Store {
    private final Map<String, byte[]> objects = new ConcurrentHashMap<>();

    @Override
    public byte[] fetch(ObjectRef object) {
        byte[] bytes = objects.get(object.key());
        if (bytes == null) {
            throw new Unavailable("no object " + object.key());
        }
        return bytes;
    }

    @Override
    public Optional<byte[]> fetchIfSound(ObjectRef object) {
        return Optional.ofNullable(objects.get(object.key()))
                .filter(bytes -> Sha256.of(bytes).equals(object.sha256()));
    }

    @Override
    public ObjectRef keep(String key, byte[] bytes) {
        objects.put(key, bytes);
        return new ObjectRef(key, Sha256.of(bytes), bytes.length);
    }

    @Override
    public boolean offer(String key, byte[] bytes) {
        objects.put(key, bytes);
        return true;
    }

    @Override
    public void probe() {}

    int objects() {
        return objects.size();
    }

    long bytes() {
        return objects.values().stream().mapToLong(bytes -> bytes.length).sum();
    }
}
