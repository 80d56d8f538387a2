package dev.earlyphase.orchestrator.study;

import java.util.List;
import jakarta.enterprise.context.ApplicationScoped;

import dev.earlyphase.contracts.study.Plan;
import dev.earlyphase.contracts.study.StudyRequest;
import dev.earlyphase.orchestrator.Settings;
import dev.earlyphase.orchestrator.recipe.Expansion;
import dev.earlyphase.orchestrator.recipe.PlannedTrial;
import dev.earlyphase.orchestrator.store.Transactions;
import dev.earlyphase.orchestrator.trial.Trials;
import dev.earlyphase.orchestrator.worker.Workers;

/** What a study would come to; nothing is stored. */
@ApplicationScoped
public class Planning {
    private static final double SECONDS_AN_HOUR = 3_600;

    private final StudyIds ids;
    private final Trials trials;
    private final Standings standings;
    private final Pace pace;
    private final Workers workers;
    private final int most;

    Planning(StudyIds ids, Trials trials, Standings standings, Pace pace, Workers workers, Settings settings) {
        this.ids = ids;
        this.trials = trials;
        this.standings = standings;
        this.pace = pace;
        this.workers = workers;
        this.most = settings.study().maxTrials();
    }

    public Plan plan(StudyRequest request) {
        List<PlannedTrial> planned = Expansion.of(request, most);
        return Transactions.call(() -> plan(request, planned));
    }

    private Plan plan(StudyRequest request, List<PlannedTrial> planned) {
        var known = trials.outlines(
                planned.stream().map(trial -> trial.id().value()).toList());
        Toll toll = Toll.of(planned, standings.of(planned, request.observe().keep(), known));
        Double pace = this.pace.secondsAnIteration(request.network(), request.dataset());
        Double seconds = pace == null ? null : toll.iterations() * pace;
        int slots = workers.slots();
        return new Plan(
                ids.of(request),
                request.name(),
                planned.size(),
                planned.size() - toll.trials(),
                toll.trials(),
                planned.stream().mapToLong(PlannedTrial::iterations).sum(),
                toll.iterations(),
                planned.stream().mapToLong(trial -> trial.checkpoints().size()).sum(),
                toll.bytes(),
                toll.newBytes(),
                pace,
                seconds == null ? null : seconds / SECONDS_AN_HOUR,
                seconds == null || slots == 0 ? null : seconds / slots);
    }
}
