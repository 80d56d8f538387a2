package dev.earlyphase.orchestrator.trial;

import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import jakarta.enterprise.context.ApplicationScoped;

import org.hibernate.Session;

import dev.earlyphase.contracts.trial.Observations;
import dev.earlyphase.contracts.trial.TrialId;
import dev.earlyphase.contracts.trial.TrialState;

/** Checkpoints that were dropped and are needed again: the trials that wrote them are trained once more. */
@ApplicationScoped
public class Replays {
    private final Session session;
    private final Trials trials;

    Replays(Session session, Trials trials) {
        this.session = session;
        this.trials = trials;
    }

    private record Need(String parent, int iteration) {}

    /**
     * What waiting trials need of completed ones and is not there. Those wait then too, and may need others: it ends, as
     * each turn goes one generation up. Within the caller's transaction.
     */
    public void ofDropped() {
        for (var needs = needs(); !needs.isEmpty(); needs = needs()) {
            needs.forEach((parent, iterations) -> trials.lock(new TrialId(parent))
                    .filter(trial -> trial.state == TrialState.COMPLETED)
                    .ifPresent(trial -> replay(trial, iterations)));
            session.flush();
        }
    }

    private static void replay(Trial trial, SortedSet<Integer> iterations) {
        Observations seen = trial.observations;
        List<Integer> within = iterations.stream()
                .filter(iteration -> iteration > trial.beginIteration && iteration < trial.endIteration)
                .toList();
        trial.observations = seen.union(new Observations(
                within,
                seen.telemetryUntil(),
                seen.telemetryEvery(),
                seen.evaluateEvery(),
                seen.evaluateLogSpaced(),
                seen.probes()));
        trial.replay(iterations);
    }

    private SortedMap<String, SortedSet<Integer>> needs() {
        SortedMap<String, SortedSet<Integer>> needs = new TreeMap<>();
        session.createNativeQuery("""
                        select distinct d.parent, d.iteration
                        from trial c join dependency d on d.child = c.id join trial p on p.id = d.parent
                        where c.state = 'waiting' and p.state = 'completed'
                          and not exists (select 1 from checkpoint k
                                          where k.trial = d.parent and k.iteration = d.iteration)""", Need.class).list().forEach(need -> needs.computeIfAbsent(
                        need.parent(), parent -> new TreeSet<>())
                .add(need.iteration()));
        return needs;
    }
}
