package dev.earlyphase.gateway.outcome;

import dev.earlyphase.contracts.figure.Point.Sample;
import dev.earlyphase.contracts.study.TrialRole;
import dev.earlyphase.contracts.trial.TrialState;

/**
 * What has become of a trial of a study.
 *
 * @param role in the study
 * @param dataLabel how the data set is to be named; null before there is a result
 * @param testAccuracy at the end of training; null before there is a result, and when it diverged
 * @param density share of prunable weights that survive; null like the accuracy
 */
public record Outcome(
        String trial,
        TrialRole role,
        int beginIteration,
        int endIteration,
        TrialState state,
        String dataLabel,
        Double testAccuracy,
        Double testLoss,
        Double density) {
    public boolean hasAccuracy() {
        return testAccuracy != null;
    }

    /** Whether it belongs to what all variants share: the dense run and the chains of pruning and rewinding. */
    public boolean ofTrunk() {
        return role.family() == null;
    }

    /** The accuracy at the end, with where it comes from; there must be one. */
    public Sample accuracy() {
        return new Sample(role.seed(), testAccuracy, trial, endIteration);
    }
}
