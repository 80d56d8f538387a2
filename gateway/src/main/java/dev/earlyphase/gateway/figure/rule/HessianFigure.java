package dev.earlyphase.gateway.figure.rule;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

import dev.earlyphase.contracts.figure.Axis;
import dev.earlyphase.contracts.figure.Curve;
import dev.earlyphase.contracts.figure.Panel;
import dev.earlyphase.contracts.study.Recipe;
import dev.earlyphase.gateway.outcome.StudyOutcomes;

/**
 * The Hessian's largest eigenvalues over training beside the edge of stability 2 (1 + momentum) / learning rate, and the
 * share of the gradient that lies in the space of their eigenvectors.
 */
final class HessianFigure implements FigureRule {
    @Override
    public String name() {
        return "hessian";
    }

    @Override
    public String title() {
        return "Largest eigenvalues of the Hessian, and the gradient's share in their space";
    }

    @Override
    public boolean appliesTo(StudyOutcomes study) {
        return study.request().recipe() == Recipe.HESSIAN;
    }

    @Override
    public Content content(Evidence evidence) {
        var seeds = evidence.study().denseSeeds();
        var eigenvalues = evidence.measurements().of("hessian-eigenvalues", seeds.keySet());
        var share = evidence.measurements().of("gradient-share", seeds.keySet());
        var edge = evidence.measurements().of("stability-edge", seeds.keySet());
        int count = eigenvalues.stream()
                .mapToInt(measured -> measured.values().size())
                .max()
                .orElse(0);
        var curves = new ArrayList<Curve>();
        IntStream.range(0, count)
                .mapToObj(i -> IterationCurves.of("eigenvalue " + (i + 1), Curve.Kind.CURVE, eigenvalues, i, seeds))
                .forEach(curves::add);
        curves.add(IterationCurves.of("edge of stability", Curve.Kind.REFERENCE, edge, 0, seeds));
        return new Content(List.of(
                new Panel("Largest eigenvalues", Axis.log("Iteration"), Axis.linear("Eigenvalue"), curves),
                new Panel(
                        "Gradient in the space of these",
                        Axis.log("Iteration"),
                        Axis.share("Share of the squared gradient"),
                        List.of(IterationCurves.of("gradient's share", Curve.Kind.CURVE, share, 0, seeds)))));
    }
}
