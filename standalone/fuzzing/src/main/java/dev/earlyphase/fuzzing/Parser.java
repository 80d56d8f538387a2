package dev.earlyphase.fuzzing;

/** Makes something of bytes, or refuses them. */
@FunctionalInterface
public interface Parser {
    void parse(byte[] input) throws Exception;
}
