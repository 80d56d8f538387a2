package dev.earlyphase.orchestrator.worker;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import jakarta.enterprise.context.ApplicationScoped;

import org.hibernate.Session;

import dev.earlyphase.contracts.claim.Heartbeat;
import dev.earlyphase.orchestrator.Settings;

/** Who works: the workers seen of late. */
@ApplicationScoped
public class Workers {
    private final Session session;
    private final double unseen;

    Workers(Session session, Settings settings) {
        this.session = session;
        this.unseen = settings.worker().unseen().toMillis() / 1000.0;
    }

    public List<Worker> all() {
        return session.createNativeQuery("""
                        select w.name, w.engine, w.slots, w.accepting, cast(count(t.id) as int), w.last_seen
                        from worker w left join trial t on t.worker = w.name and t.state = 'running'
                        group by w.name order by w.name""", Worker.class).list();
    }

    /** All with the trials that they run. */
    List<WorkerView> busy() {
        Map<String, List<Work>> work =
                session.createNativeQuery("""
                        select worker, id, charged_to, begin_iteration, iteration, end_iteration, rate, started
                        from trial where state = 'running' order by started, id""", Work.class).list().stream().collect(Collectors.groupingBy(Work::worker));
        return all().stream()
                .map(worker -> WorkerView.of(worker, work.getOrDefault(worker.name(), List.of())))
                .toList();
    }

    /** Slots of all workers that take trials, busy ones included. */
    public int slots() {
        return all().stream().filter(Worker::accepting).mapToInt(Worker::slots).sum();
    }

    /** Slots in which nothing runs. */
    public int idle() {
        return all().stream()
                .filter(Worker::accepting)
                .mapToInt(worker -> Math.max(0, worker.slots() - worker.running()))
                .sum();
    }

    void seen(Heartbeat heartbeat) {
        session.createNativeMutationQuery("""
                        insert into worker (name, engine, slots, accepting, last_seen)
                        values (:name, :engine, :slots, :accepting, now())
                        on conflict (name) do update
                        set engine = excluded.engine, slots = excluded.slots, accepting = excluded.accepting,
                            last_seen = excluded.last_seen""")
                .setParameter("name", heartbeat.worker())
                .setParameter("engine", heartbeat.engine())
                .setParameter("slots", heartbeat.slots())
                .setParameter("accepting", heartbeat.accepting())
                .executeUpdate();
    }

    /** Forgets those that have been silent for too long; returns how many. */
    public int dropUnseen() {
        return session.createNativeMutationQuery(
                        "delete from worker where last_seen < now() - make_interval(secs => :unseen)")
                .setParameter("unseen", unseen)
                .executeUpdate();
    }
}
