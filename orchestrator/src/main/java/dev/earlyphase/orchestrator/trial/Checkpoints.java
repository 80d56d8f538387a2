package dev.earlyphase.orchestrator.trial;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import org.hibernate.Session;

import dev.earlyphase.contracts.event.CheckpointWritten;
import dev.earlyphase.contracts.object.ObjectRef;
import dev.earlyphase.contracts.trial.Observations;
import dev.earlyphase.contracts.trial.Start;
import dev.earlyphase.contracts.trial.TrialId;
import dev.earlyphase.orchestrator.json.Json;

/** The checkpoints of trials, in the order of their iterations. */
@ApplicationScoped
public class Checkpoints implements PanacheRepositoryBase<Checkpoint, Checkpoint.Key> {
    private final Session session;
    private final Json json;

    Checkpoints(Session session, Json json) {
        this.session = session;
        this.json = json;
    }

    private record Place(String trial, int iteration) {}

    public List<Checkpoint> of(TrialId trial) {
        return list("trial = ?1 order by iteration", trial.value());
    }

    public Optional<Checkpoint> at(TrialId trial, int iteration) {
        return findByIdOptional(new Checkpoint.Key(trial.value(), iteration));
    }

    /** The iterations of the checkpoints that are there, by trial. */
    public Map<String, Set<Integer>> iterations(Collection<String> trials) {
        return session
                .createNativeQuery("select trial, iteration from checkpoint where trial = any(:trials)", Place.class)
                .setParameter("trials", trials.toArray(String[]::new))
                .list()
                .stream()
                .collect(Collectors.groupingBy(Place::trial, Collectors.mapping(Place::iteration, Collectors.toSet())));
    }

    /**
     * The iterations that the observations want and no checkpoint is there for; begin and end are always wanted, except
     * of a line between two trials, which has no weights of its own.
     */
    public SortedSet<Integer> missing(Trial trial, Observations wanted) {
        SortedSet<Integer> missing = new TreeSet<>(wanted.checkpoints());
        if (!(trial.spec.start() instanceof Start.Between)) {
            missing.add(trial.beginIteration);
            missing.add(trial.endIteration);
        }
        of(trial.trialId()).forEach(row -> missing.remove(row.iteration));
        return missing;
    }

    /** Told twice it is stored once; told by a later attempt it replaces what an earlier one wrote. */
    public void store(CheckpointWritten written) {
        session.createNativeMutationQuery("""
                        insert into checkpoint (trial, iteration, attempt, purpose, weights, momentum, mask, at)
                        values (:trial, :iteration, :attempt, :purpose, cast(:weights as jsonb),
                                cast(:momentum as jsonb), cast(:mask as jsonb), :at)
                        on conflict (trial, iteration) do update
                        set attempt = excluded.attempt, purpose = excluded.purpose, weights = excluded.weights,
                            momentum = excluded.momentum, mask = excluded.mask, at = excluded.at
                        where checkpoint.attempt <= excluded.attempt""")
                .setParameter("trial", written.trial().value())
                .setParameter("iteration", written.iteration())
                .setParameter("attempt", written.attempt())
                .setParameter("purpose", written.purpose().name().toLowerCase(Locale.ROOT))
                .setParameter("weights", text(written.weights()), String.class)
                .setParameter("momentum", text(written.momentum()), String.class)
                .setParameter("mask", text(written.mask()), String.class)
                .setParameter("at", written.at())
                .executeUpdate();
    }

    private String text(ObjectRef object) {
        return object == null ? null : json.write(object);
    }
}
