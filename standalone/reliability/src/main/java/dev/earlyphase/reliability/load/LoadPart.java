package dev.earlyphase.reliability.load;

import java.util.Locale;

/** What can be measured by itself. */
enum LoadPart {
    /** Clients that read, as people do. */
    READING,
    /** Studies of 10,000 trials that are handed in. */
    SUBMISSION,
    /** Listeners of event streams. */
    EVENTS,
    /** More than can be answered. */
    OVERLOAD,
    /** Clients that do not take in what they asked for. */
    SLOW;

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
