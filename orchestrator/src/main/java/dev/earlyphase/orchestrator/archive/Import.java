package dev.earlyphase.orchestrator.archive;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;

import io.quarkus.logging.Log;
import org.hibernate.Session;

import dev.earlyphase.contracts.access.Caller;
import dev.earlyphase.contracts.archive.ArchivedStudy;
import dev.earlyphase.contracts.archive.ArchivedTrial;
import dev.earlyphase.contracts.archive.Imported;
import dev.earlyphase.contracts.archive.Reservation;
import dev.earlyphase.contracts.archive.Reservation.Place;
import dev.earlyphase.contracts.error.Check;
import dev.earlyphase.contracts.trial.Observations;
import dev.earlyphase.contracts.trial.TrialId;
import dev.earlyphase.orchestrator.Settings;
import dev.earlyphase.orchestrator.archive.ArchiveRows.Numbered;
import dev.earlyphase.orchestrator.quota.Quotas;
import dev.earlyphase.orchestrator.store.Advisory;
import dev.earlyphase.orchestrator.store.Transactions;
import dev.earlyphase.orchestrator.study.StudyIds;
import dev.earlyphase.orchestrator.trial.Replays;
import dev.earlyphase.orchestrator.trial.TrialGraph;
import dev.earlyphase.orchestrator.trial.Trials;
import dev.earlyphase.orchestrator.trial.TrialsChanged;

/**
 * A study comes in with its results: all of it in one transaction, or nothing. Trials that are here already stay as they
 * are; one that is still to end is observed for this study too.
 */
@ApplicationScoped
class Import {
    private static final int TRIALS_A_STATEMENT = 100;
    /** Seconds; the body of a study of 20,000 trials has hundreds of megabytes. */
    private static final int LONGEST = 1_800;

    private final Session session;
    private final StudyIds ids;
    private final Reservations reservations;
    private final ArchiveRows rows;
    private final Trials trials;
    private final TrialGraph graph;
    private final Replays replays;
    private final Quotas quotas;
    private final Event<TrialsChanged> changes;
    private final int most;

    Import(
            Session session,
            StudyIds ids,
            Reservations reservations,
            ArchiveRows rows,
            Trials trials,
            TrialGraph graph,
            Replays replays,
            Quotas quotas,
            Event<TrialsChanged> changes,
            Settings settings) {
        this.session = session;
        this.ids = ids;
        this.reservations = reservations;
        this.rows = rows;
        this.trials = trials;
        this.graph = graph;
        this.replays = replays;
        this.quotas = quotas;
        this.changes = changes;
        this.most = settings.study().maxTrials();
    }

    /** Reads all of the body and finds nothing wrong; then keeps attempt numbers free for it. */
    Reservation begin(ArchiveBody body, Caller caller) {
        ArchivedStudy study = body.study();
        String id = ids.of(study.request());
        Check.that(study.id().equals(id), "study.json.id", study.id(), id + ", the hash of the request beside it");
        Map<TrialId, Integer> attempts = new LinkedHashMap<>();
        body.each(trial -> {
            attempts.put(trial.id(), trial.attempts());
            Check.that(attempts.size() <= most, "trials.ndjson", "more trials", "at most " + most);
        });
        return reservations.reserve(id, attempts, caller);
    }

    /**
     * @param id of the import
     * @throws dev.earlyphase.contracts.error.DomainException.Refused when it would exceed a quota of the caller's
     */
    Imported takeIn(String id, ArchiveBody body, Caller caller) {
        return Transactions.once(LONGEST, () -> {
            Advisory.SUBMISSION.take(session);
            Map<TrialId, Place> places =
                    reservations.take(id, caller).stream().collect(Collectors.toMap(Place::trial, Function.identity()));
            ArchivedStudy study = body.study();
            boolean created = rows.insertStudy(study, caller.user());
            var arrivals = new Arrivals(study.id(), created, places);
            body.each(arrivals::take);
            arrivals.flush();
            // A study that was submitted meanwhile has made some of them its own; theirs count.
            reservations.forget(List.copyOf(places.values()));
            reservations.remove(id);
            if (created && !study.cancelled()) {
                observe(arrivals.present);
            }
            quotas.check(caller.user(), 0);
            changes.fire(new TrialsChanged());
            Log.infof(
                    "Study imported: study=%s by=%s trials=%d present=%d",
                    study.id(), caller.user(), arrivals.added, arrivals.present.size());
            return new Imported(study.id(), created, arrivals.added, arrivals.present.size());
        });
    }

    private void observe(Map<String, Observations> present) {
        graph.revive(present.keySet());
        trials.all(present.keySet()).stream()
                .filter(trial -> !trial.state.ended())
                .forEach(trial -> trial.observations = trial.observations.union(present.get(trial.id)));
        session.flush();
        replays.ofDropped();
        graph.promoteAll();
        graph.block();
    }

    /** Trials as they come, stored so many at a time; a place is taken away once its trial is in. */
    private final class Arrivals {
        private final String study;
        private final boolean created;
        private final Map<TrialId, Place> places;
        private final List<Numbered> waiting = new ArrayList<>();
        private final Map<String, Observations> present = new HashMap<>();
        private int position;
        private int added;

        Arrivals(String study, boolean created, Map<TrialId, Place> places) {
            this.study = study;
            this.created = created;
            this.places = places;
        }

        void take(ArchivedTrial trial) {
            Place place = places.get(trial.id());
            waiting.add(Numbered.of(position++, place == null ? trial : trial.after(place.before())));
            if (waiting.size() == TRIALS_A_STATEMENT) {
                flush();
            }
        }

        void flush() {
            // A study that was here has its trials, whatever the archive says.
            List<Numbered> reserved = waiting.stream()
                    .filter(row -> created && places.containsKey(row.trial().id()))
                    .toList();
            for (String id : rows.insertTrials(reserved)) {
                places.remove(new TrialId(id));
                added++;
            }
            waiting.forEach(
                    row -> present.put(row.trial().id().value(), row.trial().observations()));
            reserved.stream()
                    .filter(row -> !places.containsKey(row.trial().id()))
                    .forEach(row -> present.remove(row.trial().id().value()));
            if (created) {
                rows.insertPlaces(study, waiting);
            }
            waiting.clear();
        }
    }
}
