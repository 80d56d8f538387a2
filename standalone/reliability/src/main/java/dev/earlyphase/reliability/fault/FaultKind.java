package dev.earlyphase.reliability.fault;

import java.util.Locale;

/** The kinds of faults, as tables name them. */
public enum FaultKind {
    KILL("process killed (SIGKILL)"),
    FREEZE("process frozen for seconds (SIGSTOP)"),
    FREEZE_PAST_LEASE("worker frozen for longer than its lease"),
    TERMINATE("process asked to stop (SIGTERM)"),
    KILL_POSTGRES("Postgres killed"),
    CUT("connections cut"),
    RESET("connections reset"),
    SLOW("connections slowed"),
    REFUSE("connections refused"),
    STORE_ANSWERS("store answers 500 or 503"),
    STORE_TRUNCATES("store's answers truncated"),
    STORE_CORRUPTS("store's answers corrupted"),
    TRANSACTIONS_ABORTED("transactions aborted"),
    TABLES_LOCKED("tables locked"),
    DISK_FULL("disk full for Kafka and the store"),
    CLOCK_STEP("clock of a process stepped by minutes"),
    RECORDS_REPEATED("records repeated out of order"),
    LIE_OF_OLD_ATTEMPT("worker reports of an old attempt"),
    LIE_OF_FOREIGN_TRIAL("worker reports of a foreign trial"),
    LIE_OF_CHECKSUM("worker claims, reports a wrong checksum, and is gone");

    private final String words;

    FaultKind(String words) {
        this.words = words;
    }

    public String words() {
        return words;
    }

    /** As it is asked for by itself. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
