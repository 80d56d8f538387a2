package dev.earlyphase.orchestrator.study;

import java.util.List;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;

import dev.earlyphase.contracts.error.DomainException.NotFound;
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

    /** Newest first. */
    public List<Study> newest(Window window) {
        long before = window.after() == null ? Long.MAX_VALUE : window.after();
        return find("number < ?1 order by number desc", before)
                .range(0, window.fetch() - 1)
                .list();
    }
}
