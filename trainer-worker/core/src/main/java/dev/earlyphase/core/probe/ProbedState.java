package dev.earlyphase.core.probe;

import dev.earlyphase.contracts.event.TelemetryBatch.Measurement;
import dev.earlyphase.core.engine.Update;
import dev.earlyphase.core.gradient.Subject;
import dev.earlyphase.core.gradient.Weights;
import dev.earlyphase.core.telemetry.Finite;

/**
 * A network at an iteration of its training.
 *
 * @param next the update that follows: learning rate and momentum of this iteration
 */
record ProbedState(Subject subject, int iteration, Weights weights, Update next) {
    /** A quantity of all surviving trainable parameters together. */
    Measurement measured(String name, double... values) {
        return new Measurement(iteration, name, Measurement.ALL, Finite.list(values));
    }
}
