package dev.earlyphase.contracts.object;

import dev.earlyphase.contracts.trial.Moment;
import dev.earlyphase.contracts.trial.TrialId;

/** Where the objects of an attempt lie; no two attempts share a key, so that none can spoil another's. */
public final class ObjectKeys {
    private ObjectKeys() {}

    /** Weights and batch-norm statistics at an iteration. */
    public static String checkpoint(TrialId trial, int attempt, int iteration) {
        return prefix(trial, attempt) + Moment.ofIterations(iteration) + ".safetensors";
    }

    /** The optimizer's momentum at an iteration. */
    public static String momentum(TrialId trial, int attempt, int iteration) {
        return prefix(trial, attempt) + Moment.ofIterations(iteration) + ".momentum.safetensors";
    }

    /** The mask of the trial. */
    public static String mask(TrialId trial, int attempt) {
        return prefix(trial, attempt) + "mask.safetensors";
    }

    /** What its worker put down about the attempt, lines of text; there once it has ended by the worker's own report. */
    public static String log(TrialId trial, int attempt) {
        return prefix(trial, attempt) + "log.txt";
    }

    /** The folder of one attempt, with its closing slash. */
    public static String prefix(TrialId trial, int attempt) {
        return "trials/" + trial + "/attempt-" + attempt + "/";
    }
}
