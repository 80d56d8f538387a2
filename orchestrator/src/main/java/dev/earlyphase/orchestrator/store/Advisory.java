package dev.earlyphase.orchestrator.store;

import org.hibernate.Session;

/** Work that only one orchestrator may do at a time; each lock ends with its transaction. */
public enum Advisory {
    SUBMISSION(71_001),
    DISPATCH(71_002),
    RELAY(71_003);

    private final long key;

    Advisory(long key) {
        this.key = key;
    }

    /** Waits for its turn. */
    public void take(Session session) {
        session.createNativeQuery("select 1 from (select pg_advisory_xact_lock(:key)) taken", Integer.class)
                .setParameter("key", key)
                .getSingleResult();
    }

    /** Whether it is this one's turn; does not wait. */
    public boolean tryTake(Session session) {
        return session.createNativeQuery("select pg_try_advisory_xact_lock(:key)", Boolean.class)
                .setParameter("key", key)
                .getSingleResult();
    }
}
