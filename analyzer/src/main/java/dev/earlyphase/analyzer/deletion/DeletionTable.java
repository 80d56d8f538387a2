package dev.earlyphase.analyzer.deletion;

import java.util.List;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import dev.earlyphase.analyzer.attempt.Attempts;
import dev.earlyphase.analyzer.store.Results;
import dev.earlyphase.contracts.event.CheckpointsDropped;
import dev.earlyphase.contracts.event.ObjectsOutdated;
import dev.earlyphase.contracts.event.TrialForgotten;

/** Takes rows out of the tables of results. */
@ApplicationScoped
class DeletionTable {
    /** All but {@code attempt}, which remembers who may speak no more. */
    private static final List<String> TABLES = List.of(
            "telemetry",
            "evaluation",
            "measurement",
            "checkpoint",
            "tensor_statistics",
            "end_comparison",
            "mask_statistics",
            "mask_bits",
            "mask_convergence",
            "imported");

    private final Attempts attempts;
    private final Results results;

    DeletionTable(Attempts attempts, Results results) {
        this.attempts = attempts;
        this.results = results;
    }

    /**
     * Deletes all rows of the forgotten attempts and refuses their records from now on: telemetry that comes late, on
     * its own stream, would else leave rows that nobody deletes.
     *
     * @return how many rows
     */
    @Transactional
    int forget(TrialForgotten forgotten) {
        attempts.close(forgotten.trial(), forgotten.attempt());
        return TABLES.stream()
                .mapToInt(table -> results.delete(
                        table, "trial = ? and attempt <= ?", forgotten.trial().value(), forgotten.attempt()))
                .sum();
    }

    /** Deletes the rows of checkpoints that are not kept, not those of their statistics. */
    @Transactional
    void sweep(ObjectsOutdated outdated) {
        results.delete(
                "checkpoint",
                "trial = ? and attempt <= ? and not key = any(?)",
                outdated.trial().value(),
                outdated.attempt(),
                outdated.kept().toArray(String[]::new));
    }

    /** Deletes the rows of the checkpoints, not those of their statistics. */
    @Transactional
    void drop(CheckpointsDropped dropped) {
        results.delete(
                "checkpoint",
                "trial = ? and attempt <= ? and iteration = any(?)",
                dropped.trial().value(),
                dropped.attempt(),
                dropped.iterations().toArray(Integer[]::new));
    }
}
