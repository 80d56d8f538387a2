package dev.earlyphase.contracts.access;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * What a user may have and has.
 *
 * @param runningTrials offered to workers or training for them
 * @param queuedTrials of their studies, waiting or ready
 * @param keptBytes of all objects of their studies, those of cancelled ones too until they are deleted
 */
public record QuotaView(String user, Share runningTrials, Share queuedTrials, Share keptBytes) {
    /** @param limit left out: none */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Share(long used, Long limit) {}
}
