package dev.earlyphase.core.probe;

import java.util.List;

import dev.earlyphase.contracts.event.TelemetryBatch.Measurement;

/** A way to measure something of a network in training. */
interface ProbeKind {
    /** What requests and messages call it, such as {@code hessian}. */
    String kind();

    /** All options that a request may give. */
    List<ProbeOption> options();

    /**
     * Measures; a function of the weights, the seed and the iteration alone.
     *
     * @param options of this kind, checked
     */
    List<Measurement> measure(ProbedState at, Options options);
}
