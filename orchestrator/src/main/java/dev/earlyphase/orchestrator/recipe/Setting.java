package dev.earlyphase.orchestrator.recipe;

import java.util.List;

import dev.earlyphase.contracts.catalog.DataSetName;
import dev.earlyphase.contracts.catalog.NetworkName;
import dev.earlyphase.contracts.error.DomainException.Invalid;
import dev.earlyphase.contracts.study.StudyRequest;
import dev.earlyphase.contracts.trial.Initialisation;
import dev.earlyphase.contracts.trial.MaskSource;
import dev.earlyphase.contracts.trial.Moment;
import dev.earlyphase.contracts.trial.Perturbation;
import dev.earlyphase.contracts.trial.Start;
import dev.earlyphase.contracts.trial.Task;
import dev.earlyphase.contracts.trial.Training;
import dev.earlyphase.contracts.trial.TrialSpec;

/**
 * What all trials of a study have in common.
 *
 * @param training its moments in iterations
 * @param perEpoch iterations in an epoch
 */
record Setting(
        NetworkName network, DataSetName dataset, Training training, Initialisation initialisation, int perEpoch) {
    static Setting of(StudyRequest study) {
        study.network().checkTakes(study.dataset());
        try {
            Training training = study.training().resolve(study.network(), study.dataset());
            return new Setting(
                    study.network(),
                    study.dataset(),
                    training,
                    study.initialisation(),
                    training.iterationsPerEpoch(study.dataset()));
        } catch (Invalid invalid) {
            throw invalid.under("training");
        }
    }

    /** The last iteration. */
    int end() {
        return training.end().iterations();
    }

    TrialSpec spec(long seed, Start start, MaskSource mask) {
        return spec(seed, start, mask, null);
    }

    TrialSpec spec(long seed, Start start, MaskSource mask, Perturbation perturbation) {
        return new TrialSpec(network, dataset, seed, training, initialisation, start, mask, perturbation, null, null);
    }

    /** A trial that sees the data in the order of another seed. */
    TrialSpec reordered(long seed, Start start, long orderSeed) {
        return new TrialSpec(
                network, dataset, seed, training, initialisation, start, new MaskSource.Dense(), null, null, orderSeed);
    }

    /** A trial on another task. */
    TrialSpec learning(Task task, long seed, Training schedule, Start start, MaskSource mask, Perturbation change) {
        return new TrialSpec(network, dataset, seed, schedule, initialisation, start, mask, change, task, null);
    }

    /** The same training with another end; milestones beyond it are left out. */
    Training until(int iteration) {
        List<Moment> milestones = training.milestones().stream()
                .filter(milestone -> milestone.iterations() < iteration)
                .toList();
        return new Training(
                Moment.ofIterations(iteration),
                training.batchSize(),
                training.learningRate(),
                training.momentum(),
                training.weightDecay(),
                milestones,
                training.decay(),
                training.warmup(),
                training.augment(),
                training.trainExamples(),
                training.precision());
    }
}
