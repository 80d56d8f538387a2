package dev.earlyphase.contracts.archive;

import java.time.Instant;

import dev.earlyphase.contracts.error.Check;
import dev.earlyphase.contracts.study.StudyRequest;

/**
 * A study as it was archived.
 *
 * @param id the beginning of the SHA-256 of {@code request}
 * @param owner whose it was where it was archived
 * @param submitted when, there
 * @param cancelled whether it had been cancelled
 */
public record ArchivedStudy(
        String id, String name, String owner, Instant submitted, boolean cancelled, StudyRequest request) {
    public ArchivedStudy {
        Check.given(id, "id", "the id of the study");
        Check.given(name, "name", "the name of the study");
        Check.time(Check.given(submitted, "submitted", "an instant"), "submitted");
        Check.given(request, "request", "what was submitted");
    }
}
