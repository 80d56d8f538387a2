package dev.earlyphase.orchestrator.archive;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import jakarta.enterprise.context.ApplicationScoped;

import org.hibernate.Session;

import dev.earlyphase.contracts.archive.ArchivePage;
import dev.earlyphase.contracts.archive.ArchivedCheckpoint;
import dev.earlyphase.contracts.archive.ArchivedStudy;
import dev.earlyphase.contracts.archive.ArchivedTrial;
import dev.earlyphase.contracts.error.DomainException.Conflict;
import dev.earlyphase.contracts.event.CheckpointWritten.Purpose;
import dev.earlyphase.contracts.study.TrialRole;
import dev.earlyphase.contracts.trial.TrialId;
import dev.earlyphase.orchestrator.store.Transactions;
import dev.earlyphase.orchestrator.study.Studies;
import dev.earlyphase.orchestrator.study.Study;
import dev.earlyphase.orchestrator.study.StudyTrials.Place;
import dev.earlyphase.orchestrator.trial.Checkpoint;
import dev.earlyphase.orchestrator.trial.Checkpoints;
import dev.earlyphase.orchestrator.trial.Trial;
import dev.earlyphase.orchestrator.trial.Trials;

/** A study as an archive has it, some of its trials at a time. */
@ApplicationScoped
class Reading {
    private final Session session;
    private final Studies studies;
    private final Trials trials;
    private final Checkpoints checkpoints;

    Reading(Session session, Studies studies, Trials trials, Checkpoints checkpoints) {
        this.session = session;
        this.studies = studies;
        this.trials = trials;
        this.checkpoints = checkpoints;
    }

    private record NeedRow(String child, String parent, int iteration) {}

    /**
     * @param from position of the first trial
     * @throws Conflict while some trial of the study is still to end
     */
    ArchivePage page(String id, int from, int limit) {
        return Transactions.call(() -> {
            Study study = studies.named(id);
            demandEnded(id);
            List<Place> places = places(id, from, limit + 1);
            return new ArchivePage(
                    new ArchivedStudy(
                            study.id, study.name, study.owner, study.submitted, study.cancelled, study.request),
                    archived(places.subList(0, Math.min(limit, places.size()))),
                    places.size() > limit ? places.getLast().position() : null);
        });
    }

    private void demandEnded(String study) {
        long open = session.createNativeQuery("""
                        select count(*) from study_trial st join trial t on t.id = st.trial
                        where st.study = :study and t.state in ('waiting', 'ready', 'dispatched', 'running')""", Long.class)
                .setParameter("study", study)
                .getSingleResult();
        if (open > 0) {
            throw new Conflict("Study " + study + " has " + open
                    + " trials that are still to end; an archive is of a study that has ended. Wait, or cancel it.");
        }
    }

    private List<Place> places(String study, int from, int limit) {
        return session.createNativeQuery("""
                        select position, trial, seed, level, rewind, family, variant from study_trial
                        where study = :study and position >= :from order by position limit :limit""", Place.class)
                .setParameter("study", study)
                .setParameter("from", from)
                .setParameter("limit", limit)
                .list();
    }

    private List<ArchivedTrial> archived(List<Place> places) {
        List<String> ids = places.stream().map(Place::trial).toList();
        Map<String, Trial> rows =
                trials.all(ids).stream().collect(Collectors.toMap(row -> row.id, Function.identity()));
        Map<String, List<NeedRow>> needs = needs(ids);
        Map<String, List<Checkpoint>> kept = checkpoints.list("trial in ?1 order by trial, iteration", ids).stream()
                .collect(Collectors.groupingBy(row -> row.trial));
        return places.stream()
                .map(place -> archived(
                        rows.get(place.trial()),
                        place,
                        needs.getOrDefault(place.trial(), List.of()),
                        kept.getOrDefault(place.trial(), List.of())))
                .toList();
    }

    /** Those for resuming alone are about to be dropped. */
    private static boolean stays(Checkpoint checkpoint, Trial trial) {
        return checkpoint.purpose.equals("observed")
                || checkpoint.iteration == trial.beginIteration
                || checkpoint.iteration == trial.endIteration
                || trial.observations.checkpoints().contains(checkpoint.iteration);
    }

    private Map<String, List<NeedRow>> needs(Collection<String> ids) {
        return session
                .createNativeQuery(
                        "select child, parent, iteration from dependency where child = any(:ids) order by child, parent, iteration",
                        NeedRow.class)
                .setParameter("ids", ids.toArray(String[]::new))
                .list()
                .stream()
                .collect(Collectors.groupingBy(NeedRow::child));
    }

    private static ArchivedTrial archived(Trial row, Place place, List<NeedRow> needs, List<Checkpoint> kept) {
        return new ArchivedTrial(
                row.trialId(),
                new TrialRole(place.seed(), place.level(), place.rewind(), place.family(), place.variant()),
                row.state,
                row.reason,
                row.attempt,
                row.freshAfter,
                row.iteration,
                row.worker,
                row.started,
                row.ended,
                row.spec,
                row.observations,
                row.observed,
                row.result,
                row.provenance,
                row.verification,
                row.mask,
                needs.stream()
                        .map(need -> new ArchivedTrial.Need(new TrialId(need.parent()), need.iteration()))
                        .toList(),
                kept.stream()
                        .filter(checkpoint -> stays(checkpoint, row))
                        .map(checkpoint -> new ArchivedCheckpoint(
                                checkpoint.iteration,
                                checkpoint.attempt,
                                Purpose.valueOf(checkpoint.purpose.toUpperCase(Locale.ROOT)),
                                checkpoint.weights,
                                checkpoint.momentum,
                                checkpoint.mask,
                                checkpoint.at))
                        .toList());
    }
}
