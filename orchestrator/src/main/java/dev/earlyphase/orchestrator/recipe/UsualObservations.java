package dev.earlyphase.orchestrator.recipe;

import java.util.List;

import dev.earlyphase.contracts.study.Observe.ProbeRequest;
import dev.earlyphase.contracts.study.Recipe;

/** What each recipe observes beside accuracy and telemetry unless told otherwise. */
final class UsualObservations {
    private UsualObservations() {}

    /** Whether its figure is computed from snapshots on a logarithmic axis. */
    static boolean logSpacedCheckpoints(Recipe recipe) {
        return switch (recipe) {
            case TELEMETRY, MASK_CONVERGENCE -> true;
            case DENSE,
                    IMP_REWINDING,
                    SIGNS_AND_MAGNITUDES,
                    SHUFFLES,
                    NOISE,
                    PERTURBATIONS,
                    PRETRAINING,
                    SPARSE_PRETRAINING,
                    LINEAR_CONNECTIVITY,
                    HESSIAN,
                    CRITICAL_PERIOD,
                    NOISE_SCALE,
                    PRUNING_AT_INITIALISATION -> false;
        };
    }

    static List<ProbeRequest> probes(Recipe recipe) {
        return switch (recipe) {
            case HESSIAN -> List.of(usual("hessian"));
            case NOISE_SCALE -> List.of(usual("noise-scale"));
            case CRITICAL_PERIOD -> List.of(usual("fisher"));
            case DENSE,
                    TELEMETRY,
                    IMP_REWINDING,
                    SIGNS_AND_MAGNITUDES,
                    SHUFFLES,
                    NOISE,
                    PERTURBATIONS,
                    PRETRAINING,
                    SPARSE_PRETRAINING,
                    LINEAR_CONNECTIVITY,
                    MASK_CONVERGENCE,
                    PRUNING_AT_INITIALISATION -> List.of();
        };
    }

    private static ProbeRequest usual(String kind) {
        return new ProbeRequest(kind, null, null);
    }
}
