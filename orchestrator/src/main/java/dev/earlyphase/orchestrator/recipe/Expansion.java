package dev.earlyphase.orchestrator.recipe;

import java.util.List;

import dev.earlyphase.contracts.study.ImpRewinding;
import dev.earlyphase.contracts.study.StudyRequest;

/** From a request to its trials: parents before children, ordered by level, seed and rewinding point. */
public final class Expansion {
    private Expansion() {}

    /**
     * @param most trials that a study may have
     * @throws dev.earlyphase.contracts.error.DomainException.Invalid naming the field that contradicts another
     * @throws dev.earlyphase.contracts.error.DomainException.TooLarge when there would be more trials than that
     */
    public static List<PlannedTrial> of(StudyRequest request, int most) {
        return switch (request) {
            case ImpRewinding study -> new ImpRewindingExpansion(study, most).trials();
        };
    }
}
