package dev.earlyphase.reliability.soak;

/**
 * How much of a resource a process or a folder had at a moment.
 *
 * @param second since the beginning
 * @param subject whose, and of what
 */
record Reading(double second, Subject subject, double value) {
    static final String HEAD = "second,subject,resource,value";

    /** As a line of CSV. */
    String line() {
        return "%.1f,%s,%s,%.0f"
                .formatted(second, subject.name(), subject.resource().word(), value);
    }
}
