package dev.earlyphase.trainer.attempt;

import java.util.List;

import dev.earlyphase.contracts.claim.Claim;
import dev.earlyphase.contracts.event.CheckpointWritten.Purpose;
import dev.earlyphase.contracts.object.ObjectKeys;
import dev.earlyphase.contracts.object.ObjectRef;
import dev.earlyphase.core.checkpoint.CheckpointSink;
import dev.earlyphase.core.network.Network;
import dev.earlyphase.core.network.Parameter;
import dev.earlyphase.core.training.Snapshot;
import dev.earlyphase.trainer.report.AttemptReport;
import dev.earlyphase.trainer.report.TelemetryBatches;

/** Keeps an attempt's snapshots in the store and reports each one; the first is that of the trial's begin. */
final class ReportedCheckpoints implements CheckpointSink {
    private final Claim claim;
    private final List<String> prunable;
    private final ObjectRef mask;
    private final Checkpoints checkpoints;
    private final TelemetryBatches telemetry;
    private final AttemptReport report;
    private ObjectRef begin;
    private ObjectRef latest;
    private int latestIteration = -1;

    ReportedCheckpoints(
            Claim claim,
            Network network,
            ObjectRef mask,
            Checkpoints checkpoints,
            TelemetryBatches telemetry,
            AttemptReport report) {
        this.claim = claim;
        this.prunable = network.prunable().stream().map(Parameter::name).toList();
        this.mask = mask;
        this.checkpoints = checkpoints;
        this.telemetry = telemetry;
        this.report = report;
    }

    @Override
    public void write(Purpose purpose, Snapshot snapshot) {
        int iteration = snapshot.iteration();
        if (iteration == latestIteration) {
            // What was observed is there to resume from, and stays what was asked for.
            return;
        }
        var metadata = Checkpoints.metadata(claim, prunable, iteration);
        latest = checkpoints.keep(
                ObjectKeys.checkpoint(claim.trial(), claim.attempt(), iteration), snapshot.state(), metadata);
        boolean atEnd = iteration == claim.spec().endIteration();
        ObjectRef momentum = snapshot.momentum().size() == 0 || atEnd
                ? null
                : checkpoints.keep(
                        ObjectKeys.momentum(claim.trial(), claim.attempt(), iteration), snapshot.momentum(), metadata);
        boolean atBegin = iteration == claim.spec().beginIteration();
        telemetry.publish();
        report.checkpointWritten(
                iteration, purpose, latest, momentum, mask, atBegin ? null : begin, initialisation(atBegin));
        latestIteration = iteration;
        if (atBegin) {
            begin = latest;
        }
    }

    /** The last one written. */
    ObjectRef latest() {
        return latest;
    }

    private ObjectRef initialisation(boolean atBegin) {
        if (claim.initialisation() != null) {
            return claim.initialisation();
        }
        return atBegin ? null : begin;
    }
}
