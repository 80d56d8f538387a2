package dev.earlyphase.orchestrator.recipe;

import java.util.List;

import dev.earlyphase.contracts.study.CriticalPeriod;
import dev.earlyphase.contracts.study.DenseRuns;
import dev.earlyphase.contracts.study.ImpRewinding;
import dev.earlyphase.contracts.study.LinearConnectivity;
import dev.earlyphase.contracts.study.PerturbedRuns;
import dev.earlyphase.contracts.study.Pretraining;
import dev.earlyphase.contracts.study.PruningAtInitialisation;
import dev.earlyphase.contracts.study.Recipe;
import dev.earlyphase.contracts.study.StudyRequest;

/** From a request to its trials: parents before children, ordered by level and seed. */
public final class Expansion {
    private Expansion() {}

    /**
     * @param most trials that a study may have
     * @throws dev.earlyphase.contracts.error.DomainException.Invalid naming the field that contradicts another
     * @throws dev.earlyphase.contracts.error.DomainException.TooLarge when there would be more trials than that
     */
    public static List<PlannedTrial> of(StudyRequest request, int most) {
        Experiment experiment = experiment(request);
        experiment.count().check(most);
        Setting setting = Setting.of(request);
        ObservationPlan observations = ObservationPlan.of(request, setting);
        var draft = new Draft();
        experiment.draft(draft, setting);
        return draft.trials(request.seeds(), observations);
    }

    /** The registry of recipes. */
    static Experiment experiment(StudyRequest request) {
        return switch (request) {
            case DenseRuns study -> new DenseRunsExpansion(study);
            case ImpRewinding study -> new ImpRewindingExpansion(study);
            case PerturbedRuns study -> new PerturbedRunsExpansion(study);
            case Pretraining study
            when study.recipe() == Recipe.SPARSE_PRETRAINING -> new SparsePretrainingExpansion(study);
            case Pretraining study -> new PretrainingExpansion(study);
            case LinearConnectivity study -> new LinearConnectivityExpansion(study);
            case CriticalPeriod study -> new CriticalPeriodExpansion(study);
            case PruningAtInitialisation study -> new PruningAtInitialisationExpansion(study);
        };
    }
}
