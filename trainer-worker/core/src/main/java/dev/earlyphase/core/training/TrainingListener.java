package dev.earlyphase.core.training;

import dev.earlyphase.core.engine.Session;

/** Watches a run from its own thread; must not change the session. */
public interface TrainingListener {
    /** The weights have seen {@code iteration} updates: called at the begin, between updates, and at the end. */
    default void reached(int iteration, Session session) {}

    /** An update was made; the session still knows its gradient. */
    default void stepped(Step step, Session session) {}

    /** The run is over; the session still holds its last state. */
    default void ended(Outcome outcome, Session session) {}
}
