package dev.earlyphase.analyzer.checkpoint;

import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import dev.earlyphase.analyzer.store.Results;
import dev.earlyphase.analyzer.store.Upsert;
import dev.earlyphase.contracts.event.CheckpointWritten;
import dev.earlyphase.contracts.object.ObjectRef;
import dev.earlyphase.weights.statistics.CheckpointSummary;

/** The tables {@code checkpoint} and {@code tensor_statistics}. */
@ApplicationScoped
class CheckpointTable {
    private static final Upsert CHECKPOINT = Upsert.into(
            "checkpoint",
            List.of("trial", "iteration"),
            List.of("attempt", "key", "sha256", "bytes", "purpose", "at", "mask_key", "mask_sha256", "mask_bytes"));

    private final Results results;

    CheckpointTable(Results results) {
        this.results = results;
    }

    /** The checkpoint with its statistics, or neither. */
    @Transactional
    void store(CheckpointWritten checkpoint, CheckpointSummary summary) {
        results.write(CHECKPOINT, List.<Object[]>of(row(checkpoint)));
        results.write(
                StatisticsRow.UPSERT,
                Stream.concat(summary.tensors().stream(), Stream.of(summary.pooled()))
                        .map(tensor -> StatisticsRow.of(checkpoint, tensor))
                        .toList());
    }

    private static Object[] row(CheckpointWritten checkpoint) {
        Optional<ObjectRef> mask = Optional.ofNullable(checkpoint.mask());
        return new Object[] {
            checkpoint.trial().value(),
            checkpoint.iteration(),
            checkpoint.attempt(),
            checkpoint.weights().key(),
            checkpoint.weights().sha256(),
            checkpoint.weights().bytes(),
            checkpoint.purpose().name().toLowerCase(Locale.ROOT),
            checkpoint.at().atOffset(ZoneOffset.UTC),
            mask.map(ObjectRef::key).orElse(null),
            mask.map(ObjectRef::sha256).orElse(null),
            mask.map(ObjectRef::bytes).orElse(null)
        };
    }
}
