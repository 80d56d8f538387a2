package dev.earlyphase.orchestrator.store;

import java.time.Instant;
import jakarta.enterprise.context.ApplicationScoped;

import org.hibernate.Session;

/** The clock of Postgres, the one that all processes share. */
@ApplicationScoped
public class Clock {
    private final Session session;

    Clock(Session session) {
        this.session = session;
    }

    public Instant now() {
        return session.createNativeQuery("select clock_timestamp()", Instant.class)
                .getSingleResult();
    }
}
