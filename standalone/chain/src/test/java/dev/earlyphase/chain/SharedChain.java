package dev.earlyphase.chain;

import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;

/**
 * One stack for all classes that register this: started for the first of them, stopped after the last test of all. A
 * study of one class must not share trials with those of another.
 */
public final class SharedChain implements BeforeAllCallback {
    private ChainStack chain;

    @Override
    public void beforeAll(ExtensionContext context) {
        chain = context.getRoot()
                .getStore(Namespace.create(SharedChain.class))
                .getOrComputeIfAbsent(ChainStack.class, key -> new ChainStack(), ChainStack.class);
    }

    public ChainStack stack() {
        return chain;
    }
}
