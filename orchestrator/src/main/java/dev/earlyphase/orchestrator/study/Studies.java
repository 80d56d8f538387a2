package dev.earlyphase.orchestrator.study;

import java.util.List;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import org.hibernate.Session;

import dev.earlyphase.contracts.access.Caller;
import dev.earlyphase.contracts.error.DomainException.NotFound;
import dev.earlyphase.contracts.error.DomainException.Refused;
import dev.earlyphase.orchestrator.page.Window;

/** All studies. */
@ApplicationScoped
public class Studies implements PanacheRepositoryBase<Study, String> {
    public Study named(String id) {
        return findByIdOptional(id).orElseThrow(() -> new NotFound("study", id));
    }

    /** The study, held until the transaction ends. */
    public Study lock(String id) {
        return findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE).orElseThrow(() -> new NotFound("study", id));
    }

    /**
     * The study, held until the transaction ends.
     *
     * @throws Refused unless the caller may end it
     */
    public Study lockToEnd(String id, Caller caller) {
        Study study = lock(id);
        if (!caller.mayEnd(study.owner)) {
            throw new Refused("Study " + id + " belongs to " + study.owner
                    + ", who alone may cancel or delete it, apart from operators.");
        }
        return study;
    }

    /** Newest first. */
    List<Study> newest(Window window, StudyFilter filter) {
        var query = getEntityManager()
                .unwrap(Session.class)
                .createNativeQuery(
                        "select s.* from study s where s.number < :before and " + filter.condition()
                                + " order by s.number desc",
                        Study.class)
                .setParameter("before", window.after() == null ? Long.MAX_VALUE : window.after())
                .setMaxResults(window.fetch());
        filter.values().forEach(query::setParameter);
        return query.list();
    }
}
