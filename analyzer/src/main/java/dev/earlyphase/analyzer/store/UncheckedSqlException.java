package dev.earlyphase.analyzer.store;

import java.sql.BatchUpdateException;
import java.sql.SQLException;

/** An {@link SQLException} that rolls the transaction back. */
public final class UncheckedSqlException extends RuntimeException {
    private UncheckedSqlException(SQLException cause) {
        super(cause.getMessage(), cause);
    }

    /** Of a batch only what Postgres said, without the statements, which may be megabytes. */
    static UncheckedSqlException of(SQLException failure) {
        boolean ofBatch = failure instanceof BatchUpdateException && failure.getNextException() != null;
        return new UncheckedSqlException(ofBatch ? failure.getNextException() : failure);
    }
}
