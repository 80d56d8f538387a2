package dev.earlyphase.orchestrator.error;

import java.sql.SQLException;
import java.sql.SQLTransientException;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Stream;

/** Failures of Postgres that pass, told from those that do not by their SQL state. */
public final class Outage {
    private static final int DEEPEST = 20;
    private static final Set<String> CONTENTION = Set.of("40001", "40P01", "55P03");

    private Outage() {}

    /** Whether the database did not answer, is starting or going down, or has no connection to give. */
    public static boolean isAbsence(Throwable failure) {
        return causes(failure).anyMatch(Outage::absence);
    }

    /** Whether two transactions got in each other's way, so that this one should be tried again. */
    public static boolean isContention(Throwable failure) {
        return causes(failure)
                .anyMatch(cause -> cause instanceof SQLException sql
                        && sql.getSQLState() != null
                        && CONTENTION.contains(sql.getSQLState()));
    }

    private static boolean absence(Throwable cause) {
        return switch (cause) {
            case SQLTransientException transientFailure -> true;
            case SQLException sql
            when sql.getSQLState() != null ->
                sql.getSQLState().startsWith("08") || sql.getSQLState().startsWith("57P");
            // Agroal gives no state when it waited in vain for a connection.
            case SQLException sql -> String.valueOf(sql.getMessage()).contains("Acquisition timeout");
            default -> false;
        };
    }

    /** Why a commit failed is known only from what it suppressed. */
    private static Stream<Throwable> causes(Throwable failure) {
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
                .limit(DEEPEST)
                .flatMap(cause -> Stream.concat(
                        Stream.of(cause), Arrays.stream(cause.getSuppressed()).flatMap(Outage::causes)));
    }
}
