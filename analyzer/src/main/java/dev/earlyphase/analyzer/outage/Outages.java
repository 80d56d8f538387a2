package dev.earlyphase.analyzer.outage;

import java.sql.SQLException;
import jakarta.transaction.RollbackException;

import io.quarkus.narayana.jta.QuarkusTransactionException;

import dev.earlyphase.contracts.error.DomainException.Unavailable;

/** Tells what passes by itself from what is wrong with a record. */
public final class Outages {
    /** Data that no column takes, and rows that contradict a constraint (PostgreSQL manual, appendix A). */
    private static final String DATA_EXCEPTION = "22";

    private static final String CONSTRAINT_VIOLATION = "23";
    /** Two analyzers inserted the same key at once: the second try finds it there. */
    private static final String UNIQUE_VIOLATION = "23505";

    private Outages() {}

    /** Whether the same work may succeed later without being changed. */
    public static boolean isOne(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql) {
                return passes(sql.getSQLState());
            }
        }
        return failure instanceof Unavailable || isLostCommit(failure);
    }

    private static boolean isLostCommit(Throwable failure) {
        return failure instanceof QuarkusTransactionException || failure.getCause() instanceof RollbackException;
    }

    private static boolean passes(String state) {
        return state == null
                || state.equals(UNIQUE_VIOLATION)
                || !state.startsWith(DATA_EXCEPTION) && !state.startsWith(CONSTRAINT_VIOLATION);
    }
}
