package dev.earlyphase.gateway.testing;

import java.util.ArrayList;
import java.util.List;

import dev.earlyphase.contracts.catalog.DataSetName;
import dev.earlyphase.contracts.catalog.NetworkName;
import dev.earlyphase.contracts.study.CriticalPeriod;
import dev.earlyphase.contracts.study.DenseRuns;
import dev.earlyphase.contracts.study.ImpRewinding;
import dev.earlyphase.contracts.study.LinearConnectivity;
import dev.earlyphase.contracts.study.PerturbedRuns;
import dev.earlyphase.contracts.study.Pretraining;
import dev.earlyphase.contracts.study.PruningAtInitialisation;
import dev.earlyphase.contracts.study.Recipe;
import dev.earlyphase.contracts.study.StudyRequest;
import dev.earlyphase.contracts.study.StudyView;
import dev.earlyphase.contracts.study.TrainingOptions;
import dev.earlyphase.contracts.study.TrialRole;
import dev.earlyphase.contracts.trial.Moment;
import dev.earlyphase.contracts.trial.TrialState;
import dev.earlyphase.gateway.outcome.Outcome;
import dev.earlyphase.gateway.outcome.StudyOutcomes;

/** Studies of ResNet-20 on CIFAR-10 over four epochs, with outcomes made by hand; trials are named by their role. */
public final class StudyBuilder {
    public static final int PER_EPOCH = 391;
    private static final int END = 4 * PER_EPOCH;
    private static final NetworkName NETWORK = NetworkName.RESNET_20;
    private static final DataSetName DATA = DataSetName.CIFAR_10;
    private static final List<Long> SEEDS = List.of(0L, 1L);
    private static final List<Moment> REWIND = List.of(Moment.START, Moment.ofIterations(500));
    private static final TrainingOptions TRAINING =
            new TrainingOptions(Moment.ofEpochs(4), null, null, null, null, null, null, null, null, null, null);

    private final StudyRequest request;
    private final List<Outcome> outcomes = new ArrayList<>();

    public StudyBuilder(Recipe recipe) {
        this.request = request(recipe);
    }

    /** The request of a recipe with little given. */
    public static StudyRequest request(Recipe recipe) {
        return switch (recipe) {
            case DENSE, TELEMETRY, HESSIAN, NOISE_SCALE, MASK_CONVERGENCE ->
                new DenseRuns(recipe, null, NETWORK, DATA, SEEDS, TRAINING, null, null, null);
            case IMP_REWINDING ->
                new ImpRewinding(
                        recipe, null, NETWORK, DATA, SEEDS, REWIND, 2, TRAINING, null, null, null, null, null, null,
                        null);
            case SIGNS_AND_MAGNITUDES, SHUFFLES, NOISE, PERTURBATIONS ->
                new PerturbedRuns(
                        recipe, null, NETWORK, DATA, SEEDS, REWIND, 2, null, null, TRAINING, null, null, null, null,
                        null, null, null);
            case PRETRAINING, SPARSE_PRETRAINING ->
                new Pretraining(
                        recipe, null, NETWORK, DATA, SEEDS, null, null, null, null, 2, null, null, TRAINING, null, null,
                        null, null, null, null, null);
            case LINEAR_CONNECTIVITY ->
                new LinearConnectivity(
                        recipe, null, NETWORK, DATA, SEEDS, REWIND, null, null, null, TRAINING, null, null, null);
            case CRITICAL_PERIOD ->
                new CriticalPeriod(recipe, null, NETWORK, DATA, SEEDS, null, null, null, TRAINING, null, null, null);
            case PRUNING_AT_INITIALISATION ->
                new PruningAtInitialisation(
                        recipe, null, NETWORK, DATA, SEEDS, null, null, null, null, null, TRAINING, null, null, null);
        };
    }

    public StudyBuilder dense(long seed, double accuracy) {
        return completed(new TrialRole(seed, 0, null), 0, accuracy);
    }

    public StudyBuilder pruned(long seed, int level, String rewind, double accuracy) {
        return completed(
                new TrialRole(seed, level, rewind), Moment.parse(rewind).iteration(PER_EPOCH), accuracy);
    }

    public StudyBuilder treated(long seed, int level, String rewind, String family, String variant, double accuracy) {
        int begin = rewind == null ? 0 : Moment.parse(rewind).iteration(PER_EPOCH);
        return completed(new TrialRole(seed, level, rewind, family, variant), begin, accuracy);
    }

    public StudyBuilder completed(TrialRole role, int begin, double accuracy) {
        outcomes.add(new Outcome(
                id(role),
                role,
                begin,
                END,
                TrialState.COMPLETED,
                "CIFAR-10, JPEG copy",
                accuracy,
                0.5,
                Math.pow(0.8, role.level())));
        return this;
    }

    /** One that has no result. */
    public StudyBuilder without(TrialRole role, TrialState state) {
        outcomes.add(new Outcome(id(role), role, 0, END, state, null, null, null, null));
        return this;
    }

    public StudyOutcomes build() {
        return new StudyOutcomes(Examples.study("0123456789abcdef0123", StudyView.State.RUNNING, request), outcomes);
    }

    /** The name of a trial in these studies. */
    public static String id(TrialRole role) {
        return role.seed() + "/" + role.level() + "/" + role.rewind() + "/" + role.family() + "/" + role.variant();
    }
}
