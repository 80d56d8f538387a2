package dev.earlyphase.orchestrator.queue;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import jakarta.enterprise.context.ApplicationScoped;

import org.hibernate.Session;

import dev.earlyphase.contracts.queue.QueueView;
import dev.earlyphase.contracts.queue.QueueView.Share;
import dev.earlyphase.contracts.trial.TrialState;
import dev.earlyphase.orchestrator.trial.TrialStateColumn;

/** All trials that are still to end; each within the caller's transaction. */
@ApplicationScoped
class Queue {
    private final Session session;

    Queue(Session session) {
        this.session = session;
    }

    private record Count(String state, long trials) {}

    QueueView present() {
        return new QueueView(counts(), oldestReadySeconds(), demand(), shares());
    }

    private Map<TrialState, Long> counts() {
        Map<TrialState, Long> counts = new EnumMap<>(TrialState.class);
        session.createNativeQuery("select state, count(*) from trial group by state", Count.class)
                .list()
                .forEach(count -> counts.put(TrialStateColumn.of(count.state()), count.trials()));
        return counts;
    }

    private Double oldestReadySeconds() {
        return session.createNativeQuery("""
                        select cast(extract(epoch from now() - min(ready_since)) as double precision) from trial
                        where state in ('ready', 'dispatched') and ready_since <= now()""", Double.class).getSingleResult();
    }

    private long demand() {
        return session.createNativeQuery("select slots from demand", Long.class).getSingleResult();
    }

    private List<Share> shares() {
        return session.createNativeQuery("""
                        select s.priority, s.owner, cast(count(distinct s.id) as int),
                               count(distinct t.id) filter (where t.state = 'waiting'),
                               count(distinct t.id) filter (where t.state in ('ready', 'dispatched')),
                               count(distinct t.id) filter (where t.state = 'running')
                        from trial t
                        join study_trial st on st.trial = t.id
                        join study s on s.id = st.study
                        where not s.cancelled and t.state in ('waiting', 'ready', 'dispatched', 'running')
                        group by s.priority, s.owner order by s.priority desc, s.owner""", Share.class).list();
    }
}
