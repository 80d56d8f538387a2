package dev.earlyphase.gateway.database;

import java.sql.SQLException;

import org.jboss.logging.Logger;

import dev.earlyphase.contracts.error.DomainException.Unavailable;

/** Tells what will pass, Postgres or its tables not being there, from what is a mistake of ours. */
final class Outage {
    private static final Logger LOG = Logger.getLogger(Outage.class);

    private Outage() {}

    /** By the SQL state; a failure without one comes from the connection pool. */
    static RuntimeException of(SQLException failure) {
        String state = failure.getSQLState() == null ? "" : failure.getSQLState();
        String detail =
                switch (state) {
                    case "3F000", "42P01" ->
                        "The tables of results are not there yet; the orchestrator and the analyzer make them when they"
                                + " start.";
                    case "57014" -> "Postgres took too long over the query.";
                    default -> connectionLost(state) ? "Postgres does not answer." : null;
                };
        if (detail == null) {
            return new IllegalStateException("Postgres refuses a query, SQL state " + state, failure);
        }
        LOG.warnf("%s %s", detail, failure.getMessage());
        return new Unavailable(detail);
    }

    /** No connection (08), none allowed (28), no room (53), shut down or starting (57P). */
    private static boolean connectionLost(String state) {
        return state.isEmpty()
                || state.startsWith("08")
                || state.startsWith("28")
                || state.startsWith("53")
                || state.startsWith("57P");
    }
}
