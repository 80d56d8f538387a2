package dev.earlyphase.contracts.event;

/** Names in Kafka. Every record is keyed by its trial's id, so that a trial's records stay in order. */
public final class Topics {
    /** {@link TrialOffer}s, taken through the share group {@link #WORKERS}. */
    public static final String TRIAL_SPECS = "trial-specs";
    /** {@link TrialEvent}s. */
    public static final String CHECKPOINT_EVENTS = "checkpoint-events";
    /** {@link TelemetryBatch}es. */
    public static final String TRIAL_TELEMETRY = "trial-telemetry";
    /** Records that a service could not take, with the reason in a header. */
    public static final String DEAD_LETTERS = "dead-letters";

    /** The share group of all workers. */
    public static final String WORKERS = "trainer-workers";

    private Topics() {}
}
