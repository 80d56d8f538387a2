package dev.earlyphase.analyzer.attempt;

import java.util.Collection;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

import dev.earlyphase.contracts.trial.TrialId;

/** Lets records of a trial's newest attempt pass, and remembers it. Lives within one transaction. */
public final class Fence {
    static final long NO_RECORD = -1;

    private final RecordStream stream;
    private final Map<String, NewestAttempt> newest;

    private Fence(RecordStream stream, Map<String, NewestAttempt> newest) {
        this.stream = stream;
        this.newest = newest;
    }

    /** The fence around these trials, closed to other transactions until this one ends. */
    public static Fence around(RecordStream stream, Collection<TrialId> trials) {
        var ids = trials.stream().map(TrialId::value).distinct().toList();
        return new Fence(
                stream,
                NewestAttempt.locked(stream, ids).stream()
                        .collect(Collectors.toMap(known -> known.trial, Function.identity())));
    }

    /** Whether no record before this one was of a newer attempt. Ask in the order of the records. */
    public boolean admits(TrialId trial, int attempt) {
        NewestAttempt known =
                newest.computeIfAbsent(trial.value(), unknown -> NewestAttempt.first(stream, unknown, attempt));
        if (attempt < known.attempt) {
            return false;
        }
        if (attempt > known.attempt) {
            known.attempt = attempt;
            known.sequence = NO_RECORD;
        }
        return true;
    }

    /**
     * The same, and whether no record of the attempt with this number or a later one was before. What comes again out of
     * order, or is said in the name of an attempt that had said more, changes nothing then; only for streams whose records
     * are stored in the transaction that asks.
     */
    public boolean admits(TrialId trial, int attempt, long sequence) {
        if (!admits(trial, attempt) || sequence <= newest.get(trial.value()).sequence) {
            return false;
        }
        newest.get(trial.value()).sequence = sequence;
        return true;
    }
}
