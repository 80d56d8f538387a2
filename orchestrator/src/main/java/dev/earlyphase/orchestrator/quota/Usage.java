package dev.earlyphase.orchestrator.quota;

import jakarta.enterprise.context.ApplicationScoped;

import org.hibernate.Session;

/** What users have at the moment; each within the caller's transaction. */
@ApplicationScoped
class Usage {
    private final Session session;

    Usage(Session session) {
        this.session = session;
    }

    long runningTrials(String user) {
        return count("""
                select count(*) from trial where charged_to = :user and state in ('dispatched', 'running')""", user);
    }

    long queuedTrials(String user) {
        return count("""
                select count(distinct st.trial) from study s join study_trial st on st.study = s.id
                join trial t on t.id = st.trial
                where s.owner = :user and not s.cancelled and t.state in ('waiting', 'ready')""", user);
    }

    long keptBytes(String user) {
        return count("""
                with mine as (
                    select distinct st.trial from study s join study_trial st on st.study = s.id where s.owner = :user
                ), object as (
                    select c.weights as ref from mine join checkpoint c using (trial)
                    union all select c.momentum from mine join checkpoint c using (trial)
                    where jsonb_typeof(c.momentum) = 'object'
                    union all select t.mask from mine join trial t on t.id = mine.trial
                    where jsonb_typeof(t.mask) = 'object'
                )
                select cast(coalesce(sum(cast(ref ->> 'bytes' as bigint)), 0) as bigint) from object""", user);
    }

    private long count(String sql, String user) {
        return session.createNativeQuery(sql, Long.class)
                .setParameter("user", user)
                .getSingleResult();
    }
}
