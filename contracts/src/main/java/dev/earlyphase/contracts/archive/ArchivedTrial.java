package dev.earlyphase.contracts.archive;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

import com.fasterxml.jackson.annotation.JsonInclude;

import dev.earlyphase.contracts.error.Check;
import dev.earlyphase.contracts.object.ObjectKeys;
import dev.earlyphase.contracts.object.ObjectRef;
import dev.earlyphase.contracts.study.TrialRole;
import dev.earlyphase.contracts.study.Verification;
import dev.earlyphase.contracts.trial.Observations;
import dev.earlyphase.contracts.trial.Provenance;
import dev.earlyphase.contracts.trial.TrialId;
import dev.earlyphase.contracts.trial.TrialResult;
import dev.earlyphase.contracts.trial.TrialSpec;
import dev.earlyphase.contracts.trial.TrialState;

/**
 * A trial that has ended, with all that its installation knew of it but statistics, which are rows of
 * {@link ResultTable}s.
 *
 * @param attempts how often it was claimed; each record and object of it is of one of these attempts
 * @param freshAfter checkpoints of attempts up to this one are no places to resume from
 * @param observations that were wanted of it
 * @param observed those that the attempt of its result was told; null where there is no result
 * @param mask null for a dense trial
 * @param needs checkpoints of earlier trials of the archive on which it rests
 * @param checkpoints by iteration; those that the archive has, be they fewer than there were
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ArchivedTrial(
        TrialId id,
        TrialRole role,
        TrialState state,
        String reason,
        int attempts,
        int freshAfter,
        int iteration,
        String worker,
        Instant started,
        Instant ended,
        TrialSpec spec,
        Observations observations,
        Observations observed,
        TrialResult result,
        Provenance provenance,
        Verification verification,
        ObjectRef mask,
        List<Need> needs,
        List<ArchivedCheckpoint> checkpoints) {
    public ArchivedTrial {
        Check.given(id, "id", "the id of a trial");
        Check.given(role, "role", "its place in the study");
        Check.given(state, "state", "how it ended");
        Check.that(state.ended(), "state", state.id(), "one in which nothing more happens, such as completed");
        Check.atLeast(0, attempts, "attempts");
        Check.time(started, "started");
        Check.time(ended, "ended");
        Check.given(spec, "spec", "the specification of the trial");
        Check.that(spec.id().equals(id), "id", id, spec.id() + ", the SHA-256 of the specification beside it");
        Check.given(observations, "observations", "what was wanted of it");
        boolean complete = result != null && provenance != null && observed != null;
        Check.that(
                complete || state != TrialState.COMPLETED,
                "result",
                "an incomplete one",
                "result, provenance and observed of a completed trial");
        needs = needs == null ? List.of() : List.copyOf(needs);
        checkpoints = checkpoints == null ? List.of() : List.copyOf(checkpoints);
        for (ArchivedCheckpoint checkpoint : checkpoints) {
            checkpoint.checkOf(id, attempts);
        }
        checkMask(mask, id, attempts);
    }

    /** A checkpoint of an earlier trial. */
    public record Need(TrialId parent, int iteration) {
        public Need {
            Check.given(parent, "parent", "the id of a trial");
            Check.atLeast(0, iteration, "iteration");
        }
    }

    /** All objects of it that the archive has; one may come more than once. */
    public Stream<ObjectRef> objects() {
        Stream<ObjectRef> ofCheckpoints = checkpoints.stream().flatMap(ArchivedCheckpoint::objects);
        return mask == null ? ofCheckpoints : Stream.concat(Stream.of(mask), ofCheckpoints);
    }

    /** The same trial without the checkpoints that the choice leaves out. */
    public ArchivedTrial with(CheckpointChoice choice) {
        int end = spec.endIteration();
        return with(
                attempts,
                freshAfter,
                mask,
                checkpoints.stream()
                        .filter(checkpoint -> choice.takes(checkpoint.iteration(), end))
                        .toList());
    }

    /** The same trial after so many attempts that another installation has counted already. */
    public ArchivedTrial after(int before) {
        return before == 0
                ? this
                : with(
                        attempts + before,
                        freshAfter + before,
                        ObjectKeys.renumbered(mask, before),
                        checkpoints.stream()
                                .map(checkpoint -> checkpoint.after(before))
                                .toList());
    }

    private ArchivedTrial with(int count, int fresh, ObjectRef itsMask, List<ArchivedCheckpoint> kept) {
        return new ArchivedTrial(
                id,
                role,
                state,
                reason,
                count,
                fresh,
                iteration,
                worker,
                started,
                ended,
                spec,
                observations,
                observed,
                result,
                provenance,
                verification,
                itsMask,
                needs,
                kept);
    }

    static void checkMask(ObjectRef mask, TrialId trial, int attempts) {
        if (mask != null) {
            int attempt = ObjectKeys.attempt(mask.key());
            Check.that(
                    attempt >= 1 && attempt <= attempts && mask.key().equals(ObjectKeys.mask(trial, attempt)),
                    "mask.key",
                    mask.key(),
                    "the key of a mask of this trial's attempts 1 to " + attempts);
        }
    }
}
