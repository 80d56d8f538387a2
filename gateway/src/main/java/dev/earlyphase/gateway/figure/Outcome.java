package dev.earlyphase.gateway.figure;

import dev.earlyphase.contracts.trial.TrialState;

/**
 * What has become of a trial of a study.
 *
 * @param rewind the rewinding point as the study writes it; null for the dense run
 * @param dataLabel how the data set is to be named; null before there is a result
 * @param testAccuracy at the end of training; null before there is a result, and when it diverged
 * @param density share of prunable weights that survive; null like the accuracy
 */
record Outcome(
        long seed,
        int level,
        String rewind,
        int beginIteration,
        TrialState state,
        String network,
        String dataset,
        String dataLabel,
        Double testAccuracy,
        Double density) {}
