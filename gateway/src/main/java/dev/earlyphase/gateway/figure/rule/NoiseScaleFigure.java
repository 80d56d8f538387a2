package dev.earlyphase.gateway.figure.rule;

import java.util.List;

import dev.earlyphase.contracts.figure.Axis;
import dev.earlyphase.contracts.figure.Curve;
import dev.earlyphase.contracts.figure.Panel;
import dev.earlyphase.contracts.study.Recipe;
import dev.earlyphase.gateway.outcome.StudyOutcomes;

/** The simple noise scale of the gradient over training (McCandlish et al. 2018). */
final class NoiseScaleFigure implements FigureRule {
    @Override
    public String name() {
        return "noise-scale";
    }

    @Override
    public String title() {
        return "Gradient noise scale over training";
    }

    @Override
    public boolean appliesTo(StudyOutcomes study) {
        return study.request().recipe() == Recipe.NOISE_SCALE;
    }

    @Override
    public Content content(Evidence evidence) {
        var seeds = evidence.study().denseSeeds();
        var measured = evidence.measurements().of("noise-scale", seeds.keySet());
        return new Content(List.of(new Panel(
                "Noise scale",
                Axis.log("Iteration"),
                Axis.log("Simple noise scale (images)"),
                List.of(IterationCurves.of("noise scale", Curve.Kind.CURVE, measured, 0, seeds)))));
    }
}
