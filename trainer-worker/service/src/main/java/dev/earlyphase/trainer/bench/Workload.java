package dev.earlyphase.trainer.bench;

import dev.earlyphase.contracts.catalog.DataSetName;
import dev.earlyphase.contracts.catalog.NetworkName;
import dev.earlyphase.contracts.study.TrainingOptions;
import dev.earlyphase.contracts.trial.Moment;
import dev.earlyphase.contracts.trial.Training;
import dev.earlyphase.contracts.trial.TrialSpec;

/**
 * What is timed: a network on a data set at batch 128.
 *
 * @param iterations of one timed stretch: a few seconds of work
 */
record Workload(NetworkName network, DataSetName dataset, int iterations) {
    static final int BATCH = 128;

    String title() {
        return network.id() + " on " + dataset.id();
    }

    /** A dense trial of so many iterations, with the paper's recipe. */
    TrialSpec spec() {
        var shortened = new TrainingOptions(
                Moment.ofIterations(iterations), BATCH, null, null, null, null, null, null, null, null, null);
        Training training = shortened.resolve(network, dataset);
        return new TrialSpec(network, dataset, 1, training, null, null, null);
    }
}
