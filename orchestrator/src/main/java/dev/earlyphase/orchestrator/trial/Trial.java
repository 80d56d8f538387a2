package dev.earlyphase.orchestrator.trial;

import java.time.Instant;
import java.util.Collection;
import java.util.stream.Collectors;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;

import org.hibernate.annotations.DynamicUpdate;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

import dev.earlyphase.contracts.object.ObjectRef;
import dev.earlyphase.contracts.study.Verification;
import dev.earlyphase.contracts.trial.Observations;
import dev.earlyphase.contracts.trial.Provenance;
import dev.earlyphase.contracts.trial.TrialId;
import dev.earlyphase.contracts.trial.TrialResult;
import dev.earlyphase.contracts.trial.TrialSpec;
import dev.earlyphase.contracts.trial.TrialState;

/** A row of {@code trial}. Rows come to be, wait and are offered by set-based SQL; how an attempt ends is told here. */
@Entity
@DynamicUpdate
public class Trial {
    @Id
    public String id;

    @Column(insertable = false, updatable = false)
    public long number;

    @JdbcTypeCode(SqlTypes.JSON)
    public TrialSpec spec;

    @JdbcTypeCode(SqlTypes.JSON)
    public Observations observations;

    @Column(name = "begin_iteration")
    public int beginIteration;

    @Column(name = "end_iteration")
    public int endIteration;

    public TrialState state;
    public String reason;

    /** How often it was claimed; the fencing token of the latest claim. */
    public int attempt;

    /** The latest attempt whose end is on record. */
    @Column(name = "ended_attempt")
    public int endedAttempt;

    /** Attempts that failed or lost their lease since the trial was submitted or retried. */
    public int failures;

    @Column(name = "not_before")
    public Instant notBefore;

    public Instant dispatched;

    @Column(name = "lease_until")
    public Instant leaseUntil;

    public String worker;

    /** The observations that the latest claim was told. */
    @JdbcTypeCode(SqlTypes.JSON)
    public Observations asked;

    /** The observations that the attempt of its result was told. */
    @JdbcTypeCode(SqlTypes.JSON)
    public Observations observed;

    /** Checkpoints of attempts up to this one are no places to resume from. */
    @Column(name = "fresh_after")
    public int freshAfter;

    public int iteration;
    public Double rate;
    public Instant started;
    public Instant ended;

    @JdbcTypeCode(SqlTypes.JSON)
    public ObjectRef mask;

    @JdbcTypeCode(SqlTypes.JSON)
    public TrialResult result;

    @JdbcTypeCode(SqlTypes.JSON)
    public Provenance provenance;

    /** Its latest repetition, asked for to compare. */
    @JdbcTypeCode(SqlTypes.JSON)
    public Verification verification;

    public TrialId trialId() {
        return new TrialId(id);
    }

    /** Whether what an attempt reports still counts: it is the latest, and its end is not on record. */
    public boolean listensTo(int reportedAttempt) {
        return reportedAttempt == attempt
                && endedAttempt < attempt
                && switch (state) {
                    case READY, DISPATCHED, RUNNING -> true;
                    case WAITING, COMPLETED, DIVERGED, FAILED, BLOCKED, CANCELLED -> false;
                };
    }

    public void complete(TrialResult outcome, Provenance origin, String note, Instant now) {
        if (isVerified()) {
            String before = result.weightsSha256();
            String after = outcome.weightsSha256();
            verification = new Verification(before, after, before.equals(after), origin.engine(), now);
        }
        result = outcome;
        provenance = origin;
        observed = asked;
        iteration = outcome.iteration();
        failures = 0;
        end(TrialState.COMPLETED, note, now);
    }

    public void diverge(int at, String why, Provenance origin, Instant now) {
        if (isVerified()) {
            verification = new Verification(result.weightsSha256(), null, false, origin.engine(), now);
            keepResult("repeated, and it diverged at " + at + "it: " + why, now);
            return;
        }
        provenance = origin;
        iteration = at;
        end(TrialState.DIVERGED, why, now);
    }

    /** An attempt came to nothing: another follows after a pause, unless they are spent. */
    public void failAttempt(String why, Attempts attempts, Instant now) {
        failures++;
        if (failures >= attempts.most()) {
            fail(last(why, attempts), now);
        } else {
            again(why, now.plus(attempts.pauseAfter(failures)));
        }
    }

    /** Why the last attempt failed has become known after its lease had run out; nothing else changes. */
    public void explain(int lost, String why, Attempts attempts) {
        if (lost == attempt && endedAttempt < attempt && state == TrialState.FAILED) {
            endedAttempt = attempt;
            reason = last(why, attempts);
        }
    }

    private String last(String why, Attempts attempts) {
        return why + " (attempt " + failures + " of " + attempts.most() + ")";
    }

    public void fail(String why, Instant now) {
        if (isVerified()) {
            verification = null;
            keepResult("its repetition failed: " + why, now);
        } else {
            end(TrialState.FAILED, why, now);
        }
    }

    /** Whether it is completed and trained again to compare the weights at the end; nothing else waits for that. */
    public boolean isVerified() {
        return verification != null && verification.equal() == null;
    }

    private void keepResult(String why, Instant now) {
        iteration = result.iteration();
        failures = 0;
        end(TrialState.COMPLETED, why, now);
    }

    /** Another attempt is wanted. */
    public void again(String why, Instant earliest) {
        state = TrialState.READY;
        reason = why;
        notBefore = earliest;
        letGo();
    }

    /** It is completed, but checkpoints are wanted that are not there; determinism makes it safe to repeat. */
    public void replay(Collection<Integer> missing) {
        repeat("repeated for the checkpoints at " + iterations(missing) + ", asked for after it had passed them");
    }

    /** It is completed, but more telemetry, evaluations or probes are wanted than were taken. */
    public void replay() {
        freshAfter = attempt;
        repeat("repeated for observations that were asked for after it had passed them");
    }

    /** It is completed, and trained again from its begin to compare the outcome. */
    public void verify(Instant now) {
        verification = new Verification(result.weightsSha256(), null, null, null, now);
        freshAfter = attempt;
        repeat("repeated to compare the weights at its end");
    }

    /** It waits, for its parents' checkpoints may have been dropped since. */
    private void repeat(String why) {
        again(why, null);
        state = TrialState.WAITING;
        failures = 0;
    }

    /** Iterations as a text for people. */
    public static String iterations(Collection<Integer> iterations) {
        return iterations.stream().map(iteration -> iteration + "it").collect(Collectors.joining(", "));
    }

    private void end(TrialState last, String why, Instant now) {
        state = last;
        reason = why;
        ended = now;
        letGo();
    }

    private void letGo() {
        leaseUntil = null;
        dispatched = null;
        rate = null;
    }
}
