package dev.earlyphase.core.data;

/** Told how far a slow preparation has come. */
@FunctionalInterface
public interface Progress {
    /**
     * @param what such as the address being downloaded
     * @param done bytes so far
     * @param total bytes in all, or -1 where nobody knows
     */
    void at(String what, long done, long total);
}
