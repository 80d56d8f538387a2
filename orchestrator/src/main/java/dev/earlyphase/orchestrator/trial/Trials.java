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
import dev.earlyphase.contracts.trial.TrialId;

/** The trials of all studies. */
@ApplicationScoped
public class Trials implements PanacheRepositoryBase<Trial, String> {
    private static final Pattern PREFIX = Pattern.compile("[0-9a-f]{8,64}");

    private final Session session;

    Trials(Session session) {
        this.session = session;
    }

    /** The trial, held until the transaction ends, so that its state is decided on by one at a time. */
    public Optional<Trial> lock(TrialId id) {
        return findByIdOptional(id.value(), LockModeType.PESSIMISTIC_WRITE);
    }

    /** Those of the ids that are there. */
    public List<Trial> all(Collection<String> ids) {
        return among(ids, "");
    }

    /** Those of the ids that are there, held until the transaction ends; taken in one order by all. */
    public List<Trial> lockAll(Collection<String> ids) {
        return among(ids, " order by id for update");
    }

    /** An array is one parameter, of which a study of thousands of trials may need more than Postgres takes. */
    private List<Trial> among(Collection<String> ids, String clause) {
        return session.createNativeQuery("select * from trial where id = any(:ids)" + clause, Trial.class)
                .setParameter("ids", ids.toArray(String[]::new))
                .list();
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
