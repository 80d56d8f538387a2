package dev.earlyphase.analyzer.end;

import java.util.List;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import dev.earlyphase.analyzer.store.Results;
import dev.earlyphase.analyzer.store.Upsert;
import dev.earlyphase.contracts.event.AttemptEnded;

/** The tables {@code end_comparison} and {@code mask_convergence}. */
@ApplicationScoped
class EndTable {
    private static final Upsert COMPARISON = Upsert.into(
            "end_comparison",
            List.of("trial", "iteration", "tensor"),
            List.of("attempt", "signs_changed", "distance", "cosine"));
    private static final Upsert CONVERGENCE = Upsert.into(
            "mask_convergence", List.of("trial", "iteration", "density"), List.of("attempt", "to_previous", "to_end"));

    private final Results results;

    EndTable(Results results) {
        this.results = results;
    }

    /** All rows of the snapshot at an iteration, or none. */
    @Transactional
    void store(AttemptEnded ended, int iteration, List<EndComparison> comparisons, List<MaskConvergence> convergences) {
        results.write(
                COMPARISON,
                comparisons.stream().map(of -> row(ended, iteration, of)).toList());
        results.write(
                CONVERGENCE,
                convergences.stream().map(of -> row(ended, iteration, of)).toList());
    }

    private static Object[] row(AttemptEnded ended, int iteration, EndComparison of) {
        return new Object[] {
            ended.trial().value(),
            iteration,
            of.tensor(),
            ended.attempt(),
            of.comparison().signChangedShare(),
            of.comparison().l2Distance(),
            of.comparison().cosineSimilarity()
        };
    }

    private static Object[] row(AttemptEnded ended, int iteration, MaskConvergence of) {
        return new Object[] {
            ended.trial().value(), iteration, of.density(), ended.attempt(), of.toPrevious(), of.toEnd()
        };
    }
}
