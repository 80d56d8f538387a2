package dev.earlyphase.contracts.object;

import java.util.regex.Pattern;

import dev.earlyphase.contracts.trial.Moment;
import dev.earlyphase.contracts.trial.TrialId;

/** Where the objects of an attempt lie; no two attempts share a key, so that none can spoil another's. */
public final class ObjectKeys {
    private static final String LOG = "log.txt";
    private static final Pattern ATTEMPT = Pattern.compile("/attempt-([0-9]{1,8})/");

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
        return prefix(trial, attempt) + LOG;
    }

    /** Whether a key is of the log of an attempt. */
    public static boolean isLog(String key) {
        return key.endsWith("/" + LOG);
    }

    /** Statistics that an archive brought, until they are rows. */
    public static String statistics(TrialId trial, int attempt) {
        return prefix(trial, attempt) + "statistics.ndjson.gz";
    }

    /** The attempt of which a key is; 0 where it is of none. */
    public static int attempt(String key) {
        var found = ATTEMPT.matcher(key);
        return found.find() ? Integer.parseInt(found.group(1)) : 0;
    }

    /** The same object under a later attempt; null for null. */
    public static ObjectRef renumbered(ObjectRef object, int by) {
        return object == null
                ? null
                : new ObjectRef(
                        ATTEMPT.matcher(object.key())
                                .replaceFirst(found -> "/attempt-" + (Integer.parseInt(found.group(1)) + by) + "/"),
                        object.sha256(),
                        object.bytes());
    }

    /** The folder of one attempt, with its closing slash. */
    public static String prefix(TrialId trial, int attempt) {
        return "trials/" + trial + "/attempt-" + attempt + "/";
    }
}
