package dev.earlyphase.gateway.figure.rule;

import java.util.ArrayList;
import java.util.List;

import dev.earlyphase.contracts.figure.Curve;
import dev.earlyphase.gateway.outcome.StudyOutcomes;

/**
 * Figure 1: accuracy by density, a curve for each rewinding point. The dense runs are the beginning of every curve, and
 * their accuracy is drawn on as the line that pruning is held against.
 */
final class RewindingFigure implements FigureRule {
    @Override
    public String name() {
        return "figure-1";
    }

    @Override
    public String title() {
        return "Accuracy after iterative magnitude pruning, by rewinding point";
    }

    @Override
    public boolean appliesTo(StudyOutcomes study) {
        return switch (study.request().recipe()) {
            case IMP_REWINDING, SIGNS_AND_MAGNITUDES, SHUFFLES, NOISE, PERTURBATIONS, PRETRAINING, SPARSE_PRETRAINING ->
                true;
            case PRUNING_AT_INITIALISATION -> !study.rewindingPoints().isEmpty();
            case DENSE, TELEMETRY, LINEAR_CONNECTIVITY, HESSIAN, CRITICAL_PERIOD, NOISE_SCALE, MASK_CONVERGENCE ->
                false;
        };
    }

    @Override
    public Content content(Evidence evidence) {
        var study = evidence.study();
        var curves = new ArrayList<Curve>();
        for (String rewind : study.rewindingPoints()) {
            curves.add(DensityCurves.of("rewound to " + rewind, Curve.Kind.CURVE, study.chain(rewind)));
        }
        if (curves.isEmpty()) {
            curves.add(DensityCurves.of("dense network", Curve.Kind.CURVE, study.dense()));
        }
        curves.addAll(DensityCurves.denseLine(study.dense(), curves));
        return new Content(List.of(DensityCurves.panel("Iterative magnitude pruning", curves)));
    }
}
