package dev.earlyphase.gateway.testing;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import dev.earlyphase.contracts.catalog.DataSetName;
import dev.earlyphase.contracts.catalog.NetworkName;
import dev.earlyphase.contracts.study.ImpRewinding;
import dev.earlyphase.contracts.study.Recipe;
import dev.earlyphase.contracts.study.StudyRequest;
import dev.earlyphase.contracts.study.StudyView;
import dev.earlyphase.contracts.study.TrainingOptions;
import dev.earlyphase.contracts.study.TrialView;
import dev.earlyphase.contracts.trial.MaskSource;
import dev.earlyphase.contracts.trial.Moment;
import dev.earlyphase.contracts.trial.Pruning;
import dev.earlyphase.contracts.trial.Start;
import dev.earlyphase.contracts.trial.TrialResult;
import dev.earlyphase.contracts.trial.TrialSpec;
import dev.earlyphase.contracts.trial.TrialState;

/** Studies and trials as the orchestrator shows them: LeNet-300-100 on MNIST, four epochs of 469 iterations. */
public final class Examples {
    private static final TrainingOptions FOUR_EPOCHS =
            new TrainingOptions(Moment.ofEpochs(4), null, null, null, null, null, null, null, null, null, null);

    private Examples() {}

    public static StudyView study(String id, StudyView.State state) {
        var request = new ImpRewinding(
                Recipe.IMP_REWINDING,
                "tickets",
                NetworkName.LENET_300_100,
                DataSetName.MNIST,
                List.of(0L, 1L),
                List.of(Moment.START),
                1,
                FOUR_EPOCHS,
                null,
                null,
                null,
                null,
                null,
                null,
                null);
        return study(id, state, request);
    }

    public static StudyView study(String id, StudyView.State state, StudyRequest request) {
        return new StudyView(
                id,
                request.name(),
                request.recipe().id(),
                state,
                "ada",
                Instant.EPOCH,
                Map.of(TrialState.COMPLETED, 3, TrialState.RUNNING, 1),
                new StudyView.Progress(3, 4, 7000, 7504, 250.0, 2.0),
                request);
    }

    public static TrialView dense(long seed) {
        return completed(spec(seed, new Start.Initialisation(), new MaskSource.Dense()), 266_200);
    }

    /** @param begin whose weights at the moment it begins with */
    public static TrialView pruned(TrialView begin, TrialView parent, String rewind) {
        return completed(
                spec(
                        begin.spec().seed(),
                        new Start.Rewound(begin.id(), Moment.parse(rewind), null, null, null),
                        new MaskSource.Pruned(parent.id(), Pruning.DEFAULT)),
                212_960);
    }

    private static TrialSpec spec(long seed, Start start, MaskSource mask) {
        var training = FOUR_EPOCHS.resolve(NetworkName.LENET_300_100, DataSetName.MNIST);
        return new TrialSpec(NetworkName.LENET_300_100, DataSetName.MNIST, seed, training, null, start, mask);
    }

    private static TrialView completed(TrialSpec spec, long survivors) {
        var result = new TrialResult(
                spec.endIteration(), 0.975, 0.1, 0.05, 8.0, spec.endIteration(), "ab".repeat(32), survivors, 266_200);
        return new TrialView(
                spec.id(),
                TrialState.COMPLETED,
                null,
                null,
                1,
                spec.endIteration(),
                spec.beginIteration(),
                spec.endIteration(),
                null,
                "worker-1",
                Instant.EPOCH,
                Instant.EPOCH,
                spec.parents(),
                spec,
                result,
                null,
                null);
    }
}
