package dev.earlyphase.orchestrator.store;

import java.util.function.Supplier;

import io.quarkus.narayana.jta.QuarkusTransaction;

import dev.earlyphase.orchestrator.error.Outage;

/** Runs work in a transaction of its own, again when another one got in its way. */
public final class Transactions {
    private static final int ATTEMPTS = 4;

    private Transactions() {}

    public static <T> T call(Supplier<T> work) {
        for (int attempt = 1; ; attempt++) {
            try {
                return QuarkusTransaction.requiringNew().call(work::get);
            } catch (RuntimeException e) {
                if (attempt == ATTEMPTS || !Outage.isContention(e)) {
                    throw e;
                }
            }
        }
    }

    /**
     * Runs work that cannot be repeated, such as reading a stream.
     *
     * @param longest in seconds
     */
    public static <T> T once(int longest, Supplier<T> work) {
        return QuarkusTransaction.requiringNew().timeout(longest).call(work::get);
    }

    public static void run(Runnable work) {
        call(() -> {
            work.run();
            return null;
        });
    }
}
