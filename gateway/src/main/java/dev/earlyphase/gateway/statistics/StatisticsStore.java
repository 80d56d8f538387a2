package dev.earlyphase.gateway.statistics;

import java.util.List;
import java.util.Optional;
import jakarta.enterprise.context.ApplicationScoped;

import dev.earlyphase.contracts.trial.TrialId;
import dev.earlyphase.gateway.database.Database;
import dev.earlyphase.gateway.statistics.MaskStatistics.Part;

/** Statistics as the analyzer keeps them. */
@ApplicationScoped
public class StatisticsStore {
    private final Database database;

    StatisticsStore(Database database) {
        this.database = database;
    }

    /** Of all tensors of one checkpoint. */
    List<TensorStatistics> at(TrialId trial, int iteration) {
        return database.list(
                "select * from results.tensor_statistics where trial = ? and iteration = ? order by tensor",
                TensorStatistics::of,
                trial.value(),
                iteration);
    }

    /** Of one tensor in all checkpoints. */
    List<TensorStatistics> of(TrialId trial, String tensor) {
        return database.list(
                "select * from results.tensor_statistics where trial = ? and tensor = ? order by iteration",
                TensorStatistics::of,
                trial.value(),
                tensor);
    }

    /** Empty for a dense trial, and as long as the mask has not been analysed. */
    Optional<MaskStatistics> mask(TrialId trial) {
        record Found(int attempt, Double threshold, boolean collapsed, Part part) {}
        List<Found> found = database.list(
                "select * from results.mask_statistics where trial = ? order by tensor",
                row -> new Found(row.integer("attempt"), row.number("threshold"), row.flag("collapsed"), Part.of(row)),
                trial.value());
        var tensors = found.stream()
                .filter(row -> !row.part().tensor().equals(MaskStatistics.ALL))
                .toList();
        return found.stream()
                .filter(row -> row.part().tensor().equals(MaskStatistics.ALL))
                .findFirst()
                .map(all -> new MaskStatistics(
                        trial,
                        all.attempt(),
                        all.threshold(),
                        all.part(),
                        tensors.stream().map(Found::part).toList(),
                        tensors.stream()
                                .filter(Found::collapsed)
                                .map(row -> row.part().tensor())
                                .toList()));
    }
}
