package dev.earlyphase.trainer.attempt;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;

import dev.earlyphase.contracts.event.CheckpointWritten;
import dev.earlyphase.contracts.event.TelemetryBatch;
import dev.earlyphase.contracts.event.TrialEvent;
import dev.earlyphase.trainer.report.Publisher;

/** Remembers what was published. */
final class RecordedReports implements Publisher {
    final List<TrialEvent> events = new ArrayList<>();
    final List<TelemetryBatch> telemetry = new ArrayList<>();

    @Override
    public Future<?> publish(TrialEvent event) {
        events.add(event);
        return CompletableFuture.completedFuture(event);
    }

    @Override
    public Future<?> publish(TelemetryBatch batch) {
        telemetry.add(batch);
        return CompletableFuture.completedFuture(batch);
    }

    List<CheckpointWritten> checkpoints() {
        return events.stream()
                .filter(CheckpointWritten.class::isInstance)
                .map(CheckpointWritten.class::cast)
                .toList();
    }

    CheckpointWritten checkpoint(int iteration) {
        return checkpoints().stream()
                .filter(c -> c.iteration() == iteration)
                .findFirst()
                .orElseThrow();
    }

    List<Integer> telemetryIterations() {
        return telemetry.stream()
                .flatMap(batch -> batch.rows().stream())
                .map(TelemetryBatch.Row::iteration)
                .toList();
    }

    List<TelemetryBatch.Measurement> measurements() {
        return telemetry.stream()
                .flatMap(batch -> batch.measurements().stream())
                .toList();
    }

    TelemetryBatch.Row firstRow() {
        return telemetry.stream()
                .flatMap(batch -> batch.rows().stream())
                .findFirst()
                .orElseThrow();
    }
}
