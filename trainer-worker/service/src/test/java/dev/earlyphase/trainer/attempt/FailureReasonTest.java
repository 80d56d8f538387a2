package dev.earlyphase.trainer.attempt;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import dev.earlyphase.contracts.catalog.NetworkName;
import dev.earlyphase.contracts.error.DomainException.Invalid;
import dev.earlyphase.contracts.error.DomainException.Unavailable;
import dev.earlyphase.contracts.event.AttemptEnded.Failed;
import dev.earlyphase.contracts.trial.Training;

import static org.assertj.core.api.Assertions.assertThat;

class FailureReasonTest {
    private static final Training TRAINING =
            Bench.dense(NetworkName.LENET_300_100, 0.1, 0).training();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "CUDA out of memory. Tried to allocate 20.00 GiB.",
                "[enforce fail at alloc_cpu.cpp:124] err == 0. DefaultCPUAllocator: can't allocate memory: you tried to"
                        + " allocate 9663676416 bytes. Error code 12 (Cannot allocate memory)",
                "Failed to allocate [2147483648] bytes",
                "std::bad_alloc",
            })
    void a_want_of_memory_names_the_batch_size_and_another_worker_may_try(String message) {
        Failed failed = FailureReason.of(new IllegalStateException(message), TRAINING);

        assertThat(failed.reason())
                .isEqualTo(
                        "out of memory: lower training.batchSize, now 32, or give the worker more (" + message + ")");
        assertThat(failed.retryable()).isTrue();
    }

    @Test
    void a_want_of_heap_counts_as_one_also_where_it_is_only_the_cause() {
        var failure =
                new IllegalStateException("a batch could not be prepared", new OutOfMemoryError("Java heap space"));

        assertThat(FailureReason.of(failure, TRAINING).reason())
                .isEqualTo("out of memory: lower training.batchSize, now 32, or give the worker more"
                        + " (Java heap space)");
    }

    @Test
    void what_is_wrong_with_the_trial_is_told_as_it_is_and_not_tried_again() {
        var failure = new Invalid("network", "resnet-18 on mnist", "a data set of 32x32 images");

        assertThat(FailureReason.of(failure, TRAINING))
                .isEqualTo(new Failed("network: got resnet-18 on mnist; allowed: a data set of 32x32 images", false));
    }

    @Test
    void other_failures_may_go_well_elsewhere() {
        assertThat(FailureReason.of(new Unavailable("no object gone"), TRAINING))
                .isEqualTo(new Failed("no object gone", true));
    }

    @Test
    void of_a_message_with_a_native_stack_the_first_line_is_kept() {
        var failure =
                new RuntimeException("mat1 and mat2 shapes cannot be multiplied\nException raised from meta at ...");

        assertThat(FailureReason.of(failure, TRAINING).reason()).isEqualTo("mat1 and mat2 shapes cannot be multiplied");
    }

    @Test
    void a_failure_without_a_message_is_named() {
        assertThat(FailureReason.of(new StackOverflowError(), TRAINING).reason())
                .isEqualTo("StackOverflowError");
    }
}
