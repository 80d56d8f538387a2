package dev.earlyphase.cli.progress;

import java.time.Duration;
import java.time.Instant;
import java.util.function.Consumer;
import java.util.function.Supplier;

import dev.earlyphase.cli.exit.ExitCode;
import dev.earlyphase.cli.exit.Failure;
import dev.earlyphase.cli.exit.Interruption;

/** Asks the gateway how things stand; one that is away for a while is waited for. */
final class Asking {
    static final Duration EVERY = Duration.ofSeconds(1);
    private static final Duration AWAY_LIMIT = Duration.ofSeconds(120);

    private final Consumer<String> teller;
    private Instant lastAnswer = Instant.now();

    /** @param teller is told that it waits */
    Asking(Consumer<String> teller) {
        this.teller = teller;
    }

    /** @throws Failure if the gateway refuses, or is away for too long */
    <T> T answer(Supplier<T> question) {
        while (true) {
            try {
                T answer = question.get();
                lastAnswer = Instant.now();
                return answer;
            } catch (Failure failure) {
                Duration away = Duration.between(lastAnswer, Instant.now());
                if (failure.code() != ExitCode.NOT_REACHABLE || away.compareTo(AWAY_LIMIT) > 0) {
                    throw failure;
                }
                teller.accept("waiting for the gateway: " + failure.getMessage());
                Interruption.pause(EVERY);
            }
        }
    }
}
