package dev.earlyphase.contracts.archive;

import java.util.List;

/**
 * Some of a study's trials, in its order.
 *
 * @param next position of the first trial after these; null at the end
 */
public record ArchivePage(ArchivedStudy study, List<ArchivedTrial> trials, Integer next) {
    public ArchivePage {
        trials = List.copyOf(trials);
    }
}
