package dev.earlyphase.trainer.store;

import java.util.Optional;

import dev.earlyphase.contracts.error.DomainException.Unavailable;
import dev.earlyphase.contracts.object.ObjectRef;

/** Objects by key; what is fetched is what was stored, or nothing. */
public interface Store {
    /**
     * The bytes of an object, checked against its size and SHA-256.
     *
     * @throws Unavailable when the store does not answer for long, or keeps answering something else
     */
    byte[] fetch(ObjectRef object);

    /**
     * The same for an object that can be done without: empty when it is not there, or is not what was stored.
     *
     * @throws Unavailable when the store does not answer for long
     */
    Optional<byte[]> fetchIfSound(ObjectRef object);

    /**
     * Keeps bytes under a key.
     *
     * @throws Unavailable when the store does not take them for long
     */
    ObjectRef keep(String key, byte[] bytes);

    /** Keeps bytes under a key if the store takes them at once, and says whether it did: for what can be missed. */
    boolean offer(String key, byte[] bytes);

    /**
     * Returns when the bucket is there, made if it was not, and an object was written to it and removed again.
     *
     * @throws Unavailable with what is wrong; asking again later may help
     */
    void probe();
}
