package dev.earlyphase.analyzer.mask;

import java.util.List;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import dev.earlyphase.analyzer.store.Results;
import dev.earlyphase.analyzer.store.Upsert;
import dev.earlyphase.contracts.event.MaskDerived;
import dev.earlyphase.weights.Mask;

/** The tables {@code mask_statistics} and {@code mask_bits}. */
@ApplicationScoped
class MaskTable {
    private static final Upsert UPSERT = Upsert.into(
            "mask_statistics",
            List.of("trial", "tensor"),
            List.of(
                    "attempt",
                    "size",
                    "survivors",
                    "density",
                    "threshold",
                    "collapsed",
                    "hamming_to_parent",
                    "jaccard_to_parent",
                    "multiplications",
                    "multiplications_left"));

    private final Results results;

    MaskTable(Results results) {
        this.results = results;
    }

    /** All rows of the mask, or none. */
    @Transactional
    void store(MaskDerived derived, Mask mask, List<MaskStatistics> statistics) {
        results.write(MaskBits.UPSERT, List.<Object[]>of(MaskBits.row(derived, mask)));
        results.write(UPSERT, statistics.stream().map(of -> row(derived, of)).toList());
    }

    private static Object[] row(MaskDerived derived, MaskStatistics statistics) {
        Multiplications multiplications = statistics.multiplications();
        boolean whole = statistics.tensor().equals(MaskStatistics.WHOLE);
        return new Object[] {
            derived.trial().value(),
            statistics.tensor(),
            derived.attempt(),
            statistics.size(),
            statistics.survivors(),
            statistics.density(),
            whole ? derived.threshold() : null,
            statistics.collapsed(),
            statistics.hammingToParent(),
            statistics.jaccardToParent(),
            multiplications == null ? null : multiplications.all(),
            multiplications == null ? null : multiplications.left()
        };
    }
}
