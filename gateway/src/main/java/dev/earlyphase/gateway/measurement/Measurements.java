package dev.earlyphase.gateway.measurement;

import java.util.List;

import dev.earlyphase.contracts.event.TelemetryBatch.Measurement;
import dev.earlyphase.contracts.trial.TrialId;

/**
 * What was measured of a trial.
 *
 * @param measurements by iteration, name and tensor
 */
public record Measurements(TrialId trial, List<Measurement> measurements) {
    public Measurements {
        measurements = List.copyOf(measurements);
    }
}
