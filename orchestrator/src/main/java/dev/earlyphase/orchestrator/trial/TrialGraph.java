package dev.earlyphase.orchestrator.trial;

import java.util.Collection;
import jakarta.enterprise.context.ApplicationScoped;

import org.hibernate.Session;

import dev.earlyphase.contracts.trial.TrialId;

/** What the outcome of a trial means to those that depend on it, each rule one statement over all of them. */
@ApplicationScoped
public class TrialGraph {
    private static final String UNMET = """
            select 1 from dependency d join trial p on p.id = d.parent
            where d.child = t.id
              and (p.result is null or p.state in ('diverged', 'failed', 'blocked', 'cancelled')
                   or not exists (select 1 from checkpoint c where c.trial = d.parent and c.iteration = d.iteration))""";

    private final Session session;

    TrialGraph(Session session) {
        this.session = session;
    }

    /**
     * Waiting trials whose parents are completed, with the checkpoints that they need, become ready. A parent that is
     * trained again has a result, and the checkpoints that it had, all the while.
     */
    public void promoteAll() {
        session.createNativeMutationQuery(
                        "update trial t set state = 'ready' where t.state = 'waiting' and not exists (" + UNMET + ")")
                .executeUpdate();
    }

    /** The same for the children of one trial. */
    public void promoteChildren(TrialId parent) {
        session.createNativeMutationQuery("update trial t set state = 'ready' where t.state = 'waiting'"
                        + " and t.id in (select child from dependency where parent = :parent)"
                        + " and not exists (" + UNMET + ")")
                .setParameter("parent", parent.value())
                .executeUpdate();
    }

    /** Waiting trials of which some ancestor will not complete are blocked, with that ancestor as their reason. */
    public void block() {
        int blocked = session.createNativeMutationQuery("""
                        with recursive doomed (id, cause) as (
                            select c.id, case p.state when 'blocked' then p.reason
                                                      when 'cancelled' then 'blocked: trial ' || p.id || ' was cancelled'
                                                      else 'blocked: trial ' || p.id || ' ' || p.state end
                            from trial c join dependency d on d.child = c.id join trial p on p.id = d.parent
                            where c.state = 'waiting' and p.state in ('diverged', 'failed', 'blocked', 'cancelled')
                            union
                            select c.id, doomed.cause
                            from doomed join dependency d on d.parent = doomed.id
                            join trial c on c.id = d.child and c.state = 'waiting'
                        )
                        update trial t set state = 'blocked', reason = why.cause, ended = now()
                        from (select id, min(cause) as cause from doomed group by id) why
                        where t.id = why.id and t.state = 'waiting'""").executeUpdate();
        if (blocked > 0) {
            keepResults();
        }
    }

    /** A repetition that was only to compare leaves the result as it was. */
    private void keepResults() {
        session.createNativeMutationQuery("""
                        update trial set state = 'completed', verification = null, iteration = end_iteration,
                                         reason = 'its repetition failed: ' || reason
                        where state = 'blocked' and verification is not null and verification ->> 'equal' is null""").executeUpdate();
    }

    /** Those of the trials that were cancelled are wanted again, and wait. */
    public void revive(Collection<String> trials) {
        session.createNativeMutationQuery("""
                        update trial set state = 'waiting', reason = null, ended = null
                        where id = any(:trials) and state = 'cancelled'""")
                .setParameter("trials", trials.toArray(String[]::new))
                .executeUpdate();
    }

    /** The trials wait again as if they were new, and so do those that were blocked because of them. */
    public int restart(Collection<String> trials) {
        return session.createNativeMutationQuery("""
                        with recursive freed (id) as (
                            select t.id from trial t where t.id = any(:trials)
                            union
                            select d.child from freed join dependency d on d.parent = freed.id
                            join trial c on c.id = d.child and c.state = 'blocked'
                        )
                        update trial t set state = 'waiting', reason = null, failures = 0, not_before = null,
                                           ended = null
                        from freed where t.id = freed.id""")
                .setParameter("trials", trials.toArray(String[]::new))
                .executeUpdate();
    }
}
