package dev.earlyphase.trainer.attempt;

import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import dev.earlyphase.contracts.error.DomainException.Invalid;
import dev.earlyphase.contracts.event.AttemptEnded.Failed;
import dev.earlyphase.contracts.trial.Training;
import dev.earlyphase.trainer.reason.Reason;

/** Why an attempt failed, in words that name the setting to change where there is one. */
final class FailureReason {
    /** How libtorch, CUDA, ND4J and the C++ library say it. */
    private static final Pattern OUT_OF_MEMORY = Pattern.compile(
            "out of memory|can(no|')t allocate memory|failed to allocate|bad_alloc", Pattern.CASE_INSENSITIVE);

    private FailureReason() {}

    /** What is wrong with the trial itself is not tried again; all else may go well on another worker. */
    static Failed of(Throwable failure, Training training) {
        if (failure instanceof Invalid) {
            return new Failed(failure.getMessage(), false);
        }
        Optional<Throwable> want = wantOfMemory(failure);
        if (want.isPresent()) {
            String advice = "out of memory: lower training.batchSize, now %d, or give the worker more (%s)";
            return new Failed(advice.formatted(training.batchSize(), Reason.of(want.get())), true);
        }
        return new Failed(Reason.of(failure), true);
    }

    /** The failure itself or the one of its causes that tells of it. */
    private static Optional<Throwable> wantOfMemory(Throwable failure) {
        return Stream.iterate(failure, Objects::nonNull, Throwable::getCause)
                .filter(cause -> cause instanceof OutOfMemoryError
                        || (cause.getMessage() != null
                                && OUT_OF_MEMORY.matcher(cause.getMessage()).find()))
                .findFirst();
    }
}
