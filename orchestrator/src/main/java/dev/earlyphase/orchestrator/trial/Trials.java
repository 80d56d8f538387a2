package dev.earlyphase.orchestrator.trial;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import org.hibernate.Session;

import dev.earlyphase.contracts.error.Check;
import dev.earlyphase.contracts.error.DomainException.Invalid;
import dev.earlyphase.contracts.error.DomainException.NotFound;
import dev.earlyphase.contracts.trial.Observations;
import dev.earlyphase.contracts.trial.TrialId;
import dev.earlyphase.orchestrator.json.Json;

/** The trials of all studies. */
@ApplicationScoped
public class Trials implements PanacheRepositoryBase<Trial, String> {
    private static final Pattern PREFIX = Pattern.compile("[0-9a-f]{8,64}");

    private final Session session;
    private final Json json;

    Trials(Session session, Json json) {
        this.session = session;
        this.json = json;
    }

    private record Row(String id, String state, String observations, String observed) {}

    /** The trial, held until the transaction ends, so that its state is decided on by one at a time. */
    public Optional<Trial> lock(TrialId id) {
        return findByIdOptional(id.value(), LockModeType.PESSIMISTIC_WRITE);
    }

    /** Whether the trial was there and has been deleted. */
    public boolean isForgotten(TrialId id) {
        return session.createNativeQuery("select count(*) > 0 from forgotten where trial = :trial", Boolean.class)
                .setParameter("trial", id.value())
                .getSingleResult();
    }

    /** Those of the ids that are there. */
    public List<Trial> all(Collection<String> ids) {
        return session.createNativeQuery("select * from trial where id = any(:ids)", Trial.class)
                .setParameter("ids", ids.toArray(String[]::new))
                .list();
    }

    /** Outlines of those of the ids that are there. */
    public List<TrialOutline> outlines(Collection<String> ids) {
        return outlines(ids, "");
    }

    /** The same, the trials held until the transaction ends; all who hold several take them in one order. */
    public List<TrialOutline> lockOutlines(Collection<String> ids) {
        return outlines(ids, " order by id for update");
    }

    private List<TrialOutline> outlines(Collection<String> ids, String clause) {
        return session
                .createNativeQuery(
                        "select id, state, cast(observations as text), cast(observed as text) from trial where id = any(:ids)"
                                + clause,
                        Row.class)
                .setParameter("ids", ids.toArray(String[]::new))
                .list()
                .stream()
                .map(row -> new TrialOutline(
                        row.id(),
                        TrialStateColumn.of(row.state()),
                        observations(row.observations()),
                        observations(row.observed())))
                .toList();
    }

    private Observations observations(String text) {
        return text == null ? null : json.read(text, Observations.class);
    }

    /** @param idOrPrefix the id, or so many of its first digits that no other trial has them; at least eight */
    public Trial named(String idOrPrefix) {
        Check.that(PREFIX.matcher(idOrPrefix).matches(), "trial", idOrPrefix, "8 to 64 lower-case hexadecimal digits");
        // 'g' comes right after the last hexadecimal digit.
        List<Trial> found = find("id >= ?1 and id < ?2", idOrPrefix, idOrPrefix + "g")
                .range(0, 1)
                .list();
        if (found.isEmpty()) {
            throw new NotFound("trial", idOrPrefix);
        }
        if (found.size() > 1) {
            throw new Invalid("trial", idOrPrefix, "more digits: several trials begin with these");
        }
        return found.getFirst();
    }
}
