package dev.earlyphase.gateway.figure.rule;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

import dev.earlyphase.contracts.figure.Axis;
import dev.earlyphase.contracts.figure.Curve;
import dev.earlyphase.contracts.figure.Panel;
import dev.earlyphase.contracts.figure.Point.Sample;
import dev.earlyphase.contracts.study.Recipe;
import dev.earlyphase.gateway.outcome.StudyOutcomes;
import dev.earlyphase.gateway.series.MeasurementStore.MaskDistance;

/** How soon the mask settles that pruning by magnitude would find (You et al. 2020), a curve for each density. */
final class MaskConvergenceFigure implements FigureRule {
    @Override
    public String name() {
        return "mask-convergence";
    }

    @Override
    public String title() {
        return "How soon the mask of magnitude pruning settles";
    }

    @Override
    public boolean appliesTo(StudyOutcomes study) {
        return study.request().recipe() == Recipe.MASK_CONVERGENCE;
    }

    @Override
    public Content content(Evidence evidence) {
        var seeds = evidence.study().denseSeeds();
        var distances = evidence.measurements().maskConvergence(seeds.keySet());
        return new Content(List.of(
                panel("Against the mask at the end", distances, MaskDistance::toEnd, seeds),
                panel("Against the snapshot before", distances, MaskDistance::toPrevious, seeds)));
    }

    private static Panel panel(
            String title, List<MaskDistance> distances, Function<MaskDistance, Double> value, Map<String, Long> seeds) {
        var byDensity = new TreeMap<Double, List<Sample>>(Comparator.reverseOrder());
        for (MaskDistance distance : distances) {
            Double share = value.apply(distance);
            if (share != null) {
                byDensity
                        .computeIfAbsent(distance.density(), none -> new ArrayList<>())
                        .add(new Sample(seeds.get(distance.trial()), share, distance.trial(), distance.iteration()));
            }
        }
        return new Panel(
                title,
                Axis.log("Iteration"),
                Axis.share("Weights in one mask alone"),
                byDensity.entrySet().stream()
                        .map(density -> IterationCurves.of(
                                String.format(Locale.ROOT, "%.3g %% of the weights", 100 * density.getKey()),
                                Curve.Kind.CURVE,
                                density.getValue()))
                        .toList());
    }
}
