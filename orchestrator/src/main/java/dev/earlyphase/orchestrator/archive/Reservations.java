package dev.earlyphase.orchestrator.archive;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.logging.Log;
import org.hibernate.Session;

import dev.earlyphase.contracts.access.Caller;
import dev.earlyphase.contracts.archive.Reservation;
import dev.earlyphase.contracts.archive.Reservation.Place;
import dev.earlyphase.contracts.error.DomainException.Conflict;
import dev.earlyphase.contracts.error.DomainException.NotFound;
import dev.earlyphase.contracts.event.Schema;
import dev.earlyphase.contracts.event.TrialForgotten;
import dev.earlyphase.contracts.event.TrialImported;
import dev.earlyphase.contracts.trial.TrialId;
import dev.earlyphase.orchestrator.json.Json;
import dev.earlyphase.orchestrator.outbox.Outbox;
import dev.earlyphase.orchestrator.store.Advisory;
import dev.earlyphase.orchestrator.store.Clock;
import dev.earlyphase.orchestrator.store.Transactions;

/**
 * Imports under way. Each holds attempt numbers of its trials, so that what it stores beside Postgres, before anything
 * here knows of it, cannot meet what a worker stores; and so that all of it can be told to be deleted.
 */
@ApplicationScoped
class Reservations {
    /** After so long an import is given up, for who began it is gone. */
    static final Duration LONGEST = Duration.ofHours(6);

    private final Session session;
    private final Outbox outbox;
    private final Clock clock;
    private final Json json;

    Reservations(Session session, Outbox outbox, Clock clock, Json json) {
        this.session = session;
        this.outbox = outbox;
        this.clock = clock;
        this.json = json;
    }

    private record Wanted(String trial, int attempts) {}

    private record Row(String trial, int before, int last) {
        Place place() {
            return new Place(new TrialId(trial), before, last);
        }
    }

    /**
     * @param attempts of each trial of the archive
     * @throws Conflict while another import has one of the trials
     */
    Reservation reserve(String study, Map<TrialId, Integer> attempts, Caller caller) {
        String wanted = json.write(attempts.entrySet().stream()
                .map(entry -> new Wanted(entry.getKey().value(), entry.getValue()))
                .toList());
        String id = UUID.randomUUID().toString();
        return Transactions.call(() -> {
            Advisory.SUBMISSION.take(session);
            demandFree(wanted);
            session.createNativeMutationQuery("insert into import (id, study, owner) values (:id, :study, :owner)")
                    .setParameter("id", id)
                    .setParameter("study", study)
                    .setParameter("owner", caller.user())
                    .executeUpdate();
            session.createNativeMutationQuery("""
                            insert into import_trial (import, trial, before, last)
                            select :id, w.trial, coalesce(f.attempt, 0), coalesce(f.attempt, 0) + w.attempts
                            from jsonb_to_recordset(cast(:wanted as jsonb)) as w (trial text, attempts int)
                            left join forgotten f on f.trial = w.trial
                            where not exists (select 1 from trial t where t.id = w.trial)""")
                    .setParameter("id", id)
                    .setParameter("wanted", wanted)
                    .executeUpdate();
            session.createNativeMutationQuery("""
                            insert into forgotten (trial, attempt)
                            select trial, last from import_trial where import = :id
                            on conflict (trial) do update set attempt = excluded.attempt""").setParameter("id", id).executeUpdate();
            return new Reservation(id, places(id));
        });
    }

    /** Statistics of all its trials lie in the store: who makes rows of them is told. */
    void tellStatistics(String id, Caller caller) {
        Transactions.run(() -> {
            demand(id, caller);
            Instant now = clock.now();
            outbox.tell(places(id).stream()
                    .filter(Place::wasTried)
                    .map(place ->
                            new TrialImported(Schema.VERSION, place.trial(), place.last(), 0, now, place.before()))
                    .toList());
        });
    }

    /** What it has stored is to be deleted, everywhere. */
    void giveUp(String id, Caller caller) {
        Transactions.run(() -> {
            demand(id, caller);
            giveUp(id);
            Log.infof("Import given up: import=%s by=%s", id, caller.user());
        });
    }

    /** The same for those of which nothing was heard for long. */
    void giveUpOld() {
        Transactions.run(() -> session.createNativeQuery("""
                        select id from import where begun < now() - make_interval(secs => :longest)
                        for update skip locked""", String.class)
                .setParameter("longest", (double) LONGEST.toSeconds())
                .list()
                .forEach(id -> {
                    giveUp(id);
                    Log.warnf("Import given up, as nothing was heard of it for long: import=%s", id);
                }));
    }

    /** Within the caller's transaction, which ends the import: the places that it holds, by trial. */
    List<Place> take(String id, Caller caller) {
        demand(id, caller);
        return places(id);
    }

    /** Within the caller's transaction: an attempt number is free again only after all that had it is deleted. */
    void forget(List<Place> places) {
        Instant now = clock.now();
        outbox.tell(places.stream()
                .filter(Place::wasTried)
                .map(place -> new TrialForgotten(Schema.VERSION, place.trial(), place.last(), 0, now))
                .toList());
    }

    void remove(String id) {
        session.createNativeMutationQuery("delete from import where id = :id")
                .setParameter("id", id)
                .executeUpdate();
    }

    private void giveUp(String id) {
        forget(places(id));
        remove(id);
    }

    private List<Place> places(String id) {
        return session
                .createNativeQuery(
                        "select trial, before, last from import_trial where import = :id order by trial", Row.class)
                .setParameter("id", id)
                .list()
                .stream()
                .map(Row::place)
                .toList();
    }

    private void demand(String id, Caller caller) {
        String owner = session.createNativeQuery("select owner from import where id = :id for update", String.class)
                .setParameter("id", id)
                .getSingleResultOrNull();
        if (owner == null || !caller.mayEnd(owner)) {
            throw new NotFound("import", id);
        }
    }

    private void demandFree(String wanted) {
        session.createNativeQuery("""
                        select i.trial from import_trial i
                        join jsonb_to_recordset(cast(:wanted as jsonb)) as w (trial text) on w.trial = i.trial
                        order by i.trial limit 1""", String.class)
                .setParameter("wanted", wanted)
                .list()
                .forEach(taken -> {
                    throw new Conflict("Trial " + taken + " is being imported by another request; wait for its end.");
                });
    }
}
