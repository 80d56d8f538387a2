package dev.earlyphase.orchestrator.trial;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import jakarta.enterprise.context.ApplicationScoped;

import org.hibernate.Session;
import org.hibernate.query.MutationQuery;

import dev.earlyphase.contracts.event.AttemptEnded;
import dev.earlyphase.contracts.event.AttemptEnded.Completed;
import dev.earlyphase.contracts.event.AttemptEnded.Diverged;
import dev.earlyphase.contracts.event.AttemptEnded.Failed;
import dev.earlyphase.contracts.event.AttemptEnded.Released;
import dev.earlyphase.contracts.study.AttemptView;
import dev.earlyphase.contracts.study.AttemptView.Outcome;
import dev.earlyphase.contracts.trial.Provenance;
import dev.earlyphase.contracts.trial.TrialId;

/** What became of every attempt, each line written in the transaction that decides on its trial. */
@ApplicationScoped
public class AttemptHistory {
    private final Session session;

    AttemptHistory(Session session) {
        this.session = session;
    }

    private record Row(
            int number,
            String worker,
            String engine,
            String device,
            Instant began,
            Instant ended,
            Integer resumed,
            Integer iteration,
            String outcome,
            String cause) {
        AttemptView view() {
            Outcome how = outcome == null ? null : Outcome.valueOf(outcome.toUpperCase(Locale.ROOT));
            return new AttemptView(number, worker, engine, device, began, ended, resumed, iteration, how, cause);
        }
    }

    /** The oldest first. */
    public List<AttemptView> of(TrialId trial) {
        return session.createNativeQuery("""
                        select a.number, a.worker, a.engine, a.device, a.began, a.ended, a.resumed,
                               case when a.ended is null then t.iteration else a.iteration end, a.outcome, a.cause
                        from attempt a join trial t on t.id = a.trial
                        where a.trial = :trial order by a.number""", Row.class).setParameter("trial", trial.value()).list().stream()
                .map(Row::view)
                .toList();
    }

    /**
     * Until its own report comes, the engine is what the worker's heartbeats say, without the details in braces.
     *
     * @param resumed the iteration to go on from; empty at the trial's begin
     */
    public void began(TrialId trial, int number, String worker, Optional<Integer> resumed) {
        session.createNativeMutationQuery("""
                        insert into attempt (trial, number, worker, engine, began, resumed)
                        values (:trial, :number, :worker, (select regexp_replace(engine, ', \\{.*', '') from worker
                                                            where name = :worker), now(), :resumed)""")
                .setParameter("trial", trial.value())
                .setParameter("number", number)
                .setParameter("worker", worker)
                .setParameter("resumed", resumed.orElse(null), Integer.class)
                .executeUpdate();
    }

    /** As its worker tells it, which knows better than who only missed the worker's heartbeats. */
    public void ended(Trial trial, AttemptEnded event) {
        switch (event.outcome()) {
            case Completed completed ->
                end(trial, event, Outcome.COMPLETED, null, completed.result().iteration());
            case Diverged diverged -> end(trial, event, Outcome.DIVERGED, diverged.reason(), diverged.iteration());
            case Failed failed -> end(trial, event, Outcome.FAILED, failed.reason(), trial.iteration);
            case Released released -> end(trial, event, Outcome.RELEASED, released.reason(), released.iteration());
        }
    }

    /** It was told as completed and is not taken as that. */
    public void refused(Trial trial, AttemptEnded event, String why) {
        end(trial, event, Outcome.FAILED, why, trial.iteration);
    }

    /** Its lease ran out. */
    public void lost(Trial trial, String why) {
        update("ended = now(), outcome = 'lost', cause = :cause, iteration = :iteration", trial.id, trial.attempt)
                .setParameter("cause", why)
                .setParameter("iteration", trial.iteration)
                .executeUpdate();
    }

    /** Why an attempt failed has become known after its lease had run out. */
    public void explain(TrialId trial, int number, String why) {
        session.createNativeMutationQuery("""
                        update attempt set outcome = 'failed', cause = :cause
                        where trial = :trial and number = :number and outcome = 'lost'""")
                .setParameter("trial", trial.value())
                .setParameter("number", number)
                .setParameter("cause", why)
                .executeUpdate();
    }

    /** Attempts at the trials that seemed lost, and whose worker has taken them up again, go on. */
    public void continued(Collection<String> trials) {
        session.createNativeMutationQuery("""
                        update attempt a set ended = null, outcome = null, cause = null, iteration = null
                        from trial t
                        where t.id = any(:trials) and t.state = 'running' and a.trial = t.id and a.number = t.attempt
                          and a.outcome = 'lost'""")
                .setParameter("trials", trials.toArray(String[]::new))
                .executeUpdate();
    }

    /** Attempts whose trial nobody wants any more, or not once more, are over. */
    public void cancelled() {
        session.createNativeMutationQuery("""
                        update attempt a set ended = now(), outcome = 'cancelled', cause = 'no study wants it any more',
                                             iteration = case when t.state = 'cancelled' then t.iteration end
                        from trial t
                        where a.ended is null and t.id = a.trial and t.state in ('cancelled', 'completed')""").executeUpdate();
    }

    private void end(Trial trial, AttemptEnded event, Outcome outcome, String cause, int iteration) {
        Optional<Provenance> provenance = Optional.ofNullable(event.provenance());
        update("""
                ended = now(), outcome = :outcome, cause = :cause, iteration = :iteration,
                engine = coalesce(:engine, engine), device = :device""", trial.id, event.attempt())
                .setParameter("outcome", outcome.id())
                .setParameter("cause", cause, String.class)
                .setParameter("iteration", iteration)
                .setParameter("engine", provenance.map(Provenance::engine).orElse(null), String.class)
                .setParameter("device", provenance.map(Provenance::device).orElse(null), String.class)
                .executeUpdate();
    }

    private MutationQuery update(String changes, String trial, int number) {
        return session.createNativeMutationQuery(
                        "update attempt set " + changes + " where trial = :trial and number = :number")
                .setParameter("trial", trial)
                .setParameter("number", number);
    }
}
