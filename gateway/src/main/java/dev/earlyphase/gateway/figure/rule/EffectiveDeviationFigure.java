package dev.earlyphase.gateway.figure.rule;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import dev.earlyphase.contracts.figure.Axis;
import dev.earlyphase.contracts.figure.Curve;
import dev.earlyphase.contracts.figure.Fact;
import dev.earlyphase.contracts.figure.Panel;
import dev.earlyphase.contracts.figure.Point;
import dev.earlyphase.gateway.outcome.Outcome;
import dev.earlyphase.gateway.outcome.StudyOutcomes;
import dev.earlyphase.gateway.sample.Samples;

import static java.util.stream.Collectors.averagingDouble;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

/**
 * Figure 7: accuracy against how far a perturbation moved the weights, the effective standard deviation std(w' - w) over
 * the survivors; a point for each perturbation, a panel for each rewinding point, at one density.
 */
final class EffectiveDeviationFigure implements FigureRule {
    static final String MEASUREMENT = "effective-standard-deviation";

    /** That of level 6, at which the paper draws it. */
    private static final double USUAL_DENSITY = Math.pow(0.8, 6);

    @Override
    public String name() {
        return "figure-7";
    }

    @Override
    public String title() {
        return "Accuracy against the size of a perturbation";
    }

    @Override
    public boolean appliesTo(StudyOutcomes study) {
        return switch (study.request().recipe()) {
            case SIGNS_AND_MAGNITUDES, SHUFFLES, NOISE, PERTURBATIONS -> true;
            case DENSE,
                    TELEMETRY,
                    IMP_REWINDING,
                    PRETRAINING,
                    SPARSE_PRETRAINING,
                    LINEAR_CONNECTIVITY,
                    HESSIAN,
                    CRITICAL_PERIOD,
                    NOISE_SCALE,
                    MASK_CONVERGENCE,
                    PRUNING_AT_INITIALISATION -> false;
        };
    }

    @Override
    public Content content(Evidence evidence) {
        var perturbed = evidence.study().outcomes().stream()
                .filter(outcome -> !outcome.ofTrunk() && outcome.hasAccuracy() && outcome.density() != null)
                .toList();
        var level = nearestLevel(perturbed);
        if (level.isEmpty()) {
            return new Content(List.of());
        }
        var shown = perturbed.stream()
                .filter(outcome -> outcome.role().level() == level.get())
                .toList();
        var deviations = deviations(evidence, shown);
        var measured = shown.stream()
                .filter(outcome -> deviations.containsKey(outcome.trial()))
                .toList();
        double density = measured.stream().collect(averagingDouble(Outcome::density));
        var panels = new ArrayList<Panel>();
        var facts = new ArrayList<Fact>();
        for (String rewind : StudyOutcomes.rewindingPoints(measured.stream())) {
            var here = measured.stream()
                    .filter(outcome -> rewind.equals(outcome.role().rewind()))
                    .toList();
            var panel = panel(rewind, density, here, deviations);
            panels.add(panel);
            facts.addAll(CorrelationFacts.of(rewind, panel, here));
        }
        facts.add(new Fact(
                "Density",
                String.format(Locale.ROOT, "%.1f %% (level %d)", 100 * density, level.get()),
                "26.2 % (level 6)",
                List.of()));
        return new Content(panels, panels.isEmpty() ? List.of() : facts);
    }

    private static Optional<Integer> nearestLevel(List<Outcome> perturbed) {
        return perturbed.stream()
                .min((one, other) -> Double.compare(distance(one), distance(other)))
                .map(outcome -> outcome.role().level());
    }

    private static double distance(Outcome outcome) {
        return Math.abs(outcome.density() - USUAL_DENSITY);
    }

    private static Map<String, Double> deviations(Evidence evidence, List<Outcome> shown) {
        var deviations = new LinkedHashMap<String, Double>();
        evidence.measurements()
                .of(MEASUREMENT, shown.stream().map(Outcome::trial).toList())
                .forEach(measured -> {
                    if (measured.values().getFirst() != null) {
                        deviations.put(measured.trial(), measured.values().getFirst());
                    }
                });
        return deviations;
    }

    /** A curve for each family, so that families can be told apart; each point bears its perturbation's name. */
    private static Panel panel(String rewind, double density, List<Outcome> here, Map<String, Double> deviations) {
        var curves = new ArrayList<Curve>();
        here.stream()
                .collect(groupingBy(outcome -> outcome.role().family(), LinkedHashMap::new, toList()))
                .forEach((family, outcomes) -> curves.add(
                        new Curve(family.replace('-', ' '), Curve.Kind.SCATTER, points(outcomes, deviations))));
        return new Panel(
                String.format(Locale.ROOT, "k = %s, %.1f %% of the weights", rewind, 100 * density),
                Axis.linear("Effective standard deviation"),
                Axis.share("Test accuracy"),
                curves);
    }

    private static List<Point> points(List<Outcome> outcomes, Map<String, Double> deviations) {
        return outcomes.stream()
                .collect(groupingBy(outcome -> outcome.role().variant(), LinkedHashMap::new, toList()))
                .entrySet()
                .stream()
                .map(variant -> Samples.point(
                        variant.getValue().stream().collect(averagingDouble(seed -> deviations.get(seed.trial()))),
                        PerturbationLabel.of(variant.getKey()),
                        variant.getValue().stream().map(Outcome::accuracy).toList()))
                .sorted((one, other) -> Double.compare(one.x(), other.x()))
                .toList();
    }
}
