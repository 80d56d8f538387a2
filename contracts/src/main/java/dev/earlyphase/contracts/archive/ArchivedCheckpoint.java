package dev.earlyphase.contracts.archive;

import java.time.Instant;
import java.util.Objects;
import java.util.stream.Stream;

import com.fasterxml.jackson.annotation.JsonInclude;

import dev.earlyphase.contracts.error.Check;
import dev.earlyphase.contracts.event.CheckpointWritten.Purpose;
import dev.earlyphase.contracts.object.ObjectKeys;
import dev.earlyphase.contracts.object.ObjectRef;
import dev.earlyphase.contracts.trial.TrialId;

/**
 * Weights that were kept.
 *
 * @param attempt that wrote them
 * @param purpose why they were written first
 * @param momentum null where there is none
 * @param mask null for a dense trial
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ArchivedCheckpoint(
        int iteration,
        int attempt,
        Purpose purpose,
        ObjectRef weights,
        ObjectRef momentum,
        ObjectRef mask,
        Instant at) {
    public ArchivedCheckpoint {
        Check.atLeast(0, iteration, "iteration");
        Check.given(purpose, "purpose", "observed or recovery");
        Check.given(weights, "weights", "an object with key, sha256 and bytes");
        Check.time(Check.given(at, "at", "an instant"), "at");
    }

    Stream<ObjectRef> objects() {
        return Stream.of(weights, momentum, mask).filter(Objects::nonNull);
    }

    ArchivedCheckpoint after(int before) {
        return new ArchivedCheckpoint(
                iteration,
                attempt + before,
                purpose,
                ObjectKeys.renumbered(weights, before),
                ObjectKeys.renumbered(momentum, before),
                ObjectKeys.renumbered(mask, before),
                at);
    }

    /** An object lies where its trial, attempt and iteration say, and nowhere else. */
    void checkOf(TrialId trial, int attempts) {
        Check.that(attempt >= 1 && attempt <= attempts, "attempt", attempt, "1 to " + attempts);
        String key = ObjectKeys.checkpoint(trial, attempt, iteration);
        Check.that(weights.key().equals(key), "weights.key", weights.key(), key);
        String second = ObjectKeys.momentum(trial, attempt, iteration);
        Check.that(momentum == null || momentum.key().equals(second), "momentum.key", momentum, second);
        ArchivedTrial.checkMask(mask, trial, attempts);
    }
}
