package dev.earlyphase.orchestrator.study;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import jakarta.enterprise.context.ApplicationScoped;

import org.hibernate.Session;

import dev.earlyphase.contracts.study.Plan;
import dev.earlyphase.contracts.study.StudyRequest;
import dev.earlyphase.contracts.trial.Observations;
import dev.earlyphase.contracts.trial.TrialSpec;
import dev.earlyphase.contracts.trial.TrialState;
import dev.earlyphase.orchestrator.Settings;
import dev.earlyphase.orchestrator.recipe.Expansion;
import dev.earlyphase.orchestrator.recipe.PlannedTrial;
import dev.earlyphase.orchestrator.store.Transactions;
import dev.earlyphase.orchestrator.trial.Checkpoints;
import dev.earlyphase.orchestrator.trial.TrialOutline;
import dev.earlyphase.orchestrator.trial.Trials;
import dev.earlyphase.orchestrator.worker.Workers;

/** What a study would come to; nothing is stored. */
@ApplicationScoped
public class Planning {
    private static final int RECENT = 100;

    private final Session session;
    private final StudyIds ids;
    private final Trials trials;
    private final Checkpoints checkpoints;
    private final Workers workers;
    private final int most;

    Planning(
            Session session, StudyIds ids, Trials trials, Checkpoints checkpoints, Workers workers, Settings settings) {
        this.session = session;
        this.ids = ids;
        this.trials = trials;
        this.checkpoints = checkpoints;
        this.workers = workers;
        this.most = settings.study().maxTrials();
    }

    public Plan plan(StudyRequest request) {
        List<PlannedTrial> planned = Expansion.of(request, most);
        return Transactions.call(() -> plan(request, planned));
    }

    private Plan plan(StudyRequest request, List<PlannedTrial> planned) {
        Set<String> served = served(planned);
        List<PlannedTrial> fresh = planned.stream()
                .filter(trial -> !served.contains(trial.id().value()))
                .toList();
        long iterations = iterations(fresh);
        return new Plan(
                ids.of(request),
                request.name(),
                planned.size(),
                planned.size() - fresh.size(),
                fresh.size(),
                iterations(planned),
                iterations,
                planned.stream().mapToLong(PlannedTrial::checkpoints).sum(),
                estimate(planned.getFirst().spec(), iterations));
    }

    /** Trials that are there already or on their way, with all the checkpoints that this study wants. */
    private Set<String> served(List<PlannedTrial> planned) {
        Map<String, Observations> wanted =
                planned.stream().collect(Collectors.toMap(trial -> trial.id().value(), PlannedTrial::observations));
        return trials.outlines(wanted.keySet()).stream()
                .filter(trial -> trial.state() != TrialState.CANCELLED && !needsReplay(trial, wanted.get(trial.id())))
                .map(TrialOutline::id)
                .collect(Collectors.toSet());
    }

    private boolean needsReplay(TrialOutline trial, Observations wanted) {
        return trial.state() == TrialState.COMPLETED
                && !trial.observations().cover(wanted)
                && !checkpoints.missing(trials.findById(trial.id()), wanted).isEmpty();
    }

    private static long iterations(List<PlannedTrial> trials) {
        return trials.stream().mapToLong(PlannedTrial::iterations).sum();
    }

    /** Seconds, at the pace of the last completed trials of this network on this data set, over all slots. */
    private Double estimate(TrialSpec spec, long iterations) {
        Double secondsAnIteration = session.createNativeQuery("""
                        select sum(seconds) / nullif(sum(iterations), 0) from (
                            select cast(result ->> 'seconds' as double precision) as seconds,
                                   cast(result ->> 'iterationsRun' as double precision) as iterations
                            from trial
                            where state = 'completed' and spec ->> 'network' = :network
                              and spec ->> 'dataset' = :dataset
                            order by ended desc limit :recent) latest""", Double.class)
                .setParameter("network", spec.network().id())
                .setParameter("dataset", spec.dataset().id())
                .setParameter("recent", RECENT)
                .getSingleResult();
        int slots = workers.slots();
        return secondsAnIteration == null || slots == 0 ? null : iterations * secondsAnIteration / slots;
    }
}
