package dev.earlyphase.gateway.figure.rule;

import java.util.List;

import dev.earlyphase.contracts.study.Recipe;

/** The registry of figures. */
public final class FigureRules {
    /** In the order in which they are listed. */
    public static final List<FigureRule> ALL = List.of(
            new RewindingFigure(),
            new TimelineFigure(),
            new TelemetryFigure(),
            new PerturbationFigure("figure-4", "Signs and magnitudes recombined at k", "signs-and-magnitudes"),
            new PerturbationFigure("figure-5", "Weights shuffled at k", "shuffles"),
            new PerturbationFigure("figure-6", "Noise added to the weights at k", "noise"),
            new PerturbationFigure("other-perturbations", "Weights changed otherwise at k", "other"),
            new EffectiveDeviationFigure(),
            new PretrainingFigure("figure-8", "Pre-training on tasks that lack something", Recipe.PRETRAINING),
            new PretrainingFigure("figure-9", "Pre-training of sparse networks", Recipe.SPARSE_PRETRAINING),
            new DenseTable(),
            new ConnectivityFigure(),
            new HessianFigure(),
            new CriticalPeriodFigure(),
            new NoiseScaleFigure(),
            new MaskConvergenceFigure(),
            new InitialPruningFigure());

    private FigureRules() {}
}
