package dev.earlyphase.gateway.figure.rule;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Stream;

import dev.earlyphase.contracts.figure.Axis;
import dev.earlyphase.contracts.figure.Curve;
import dev.earlyphase.contracts.figure.Panel;
import dev.earlyphase.contracts.study.Recipe;
import dev.earlyphase.gateway.outcome.Outcome;
import dev.earlyphase.gateway.outcome.StudyOutcomes;
import dev.earlyphase.gateway.sample.Samples;
import dev.earlyphase.gateway.series.Measured;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

/**
 * Critical periods (Achille et al. 2019): accuracy at the end against the iteration t1 at which a deficit in the data
 * ended, and the trace of the Fisher information over training.
 */
final class CriticalPeriodFigure implements FigureRule {
    private static final String NONE = "no deficit";

    @Override
    public String name() {
        return "critical-period";
    }

    @Override
    public String title() {
        return "What a deficit in the data leaves behind";
    }

    @Override
    public boolean appliesTo(StudyOutcomes study) {
        return study.request().recipe() == Recipe.CRITICAL_PERIOD;
    }

    @Override
    public Content content(Evidence evidence) {
        return new Content(List.of(accuracy(evidence.study()), fisher(evidence)));
    }

    private static Panel accuracy(StudyOutcomes study) {
        var byEnd = Stream.concat(study.ofFamily("recovered").stream(), study.ofFamily("deficit").stream())
                .filter(Outcome::hasAccuracy)
                .collect(groupingBy(CriticalPeriodFigure::endOfDeficit, TreeMap::new, toList()));
        var curves = new ArrayList<Curve>();
        curves.add(new Curve(
                "deficit until t1",
                Curve.Kind.CURVE,
                byEnd.entrySet().stream()
                        .map(end -> Samples.point(
                                end.getKey(),
                                end.getValue().stream().map(Outcome::accuracy).toList()))
                        .toList()));
        var without = study.dense().stream()
                .filter(Outcome::hasAccuracy)
                .map(Outcome::accuracy)
                .toList();
        if (!without.isEmpty()) {
            curves.add(new Curve(
                    NONE,
                    Curve.Kind.REFERENCE,
                    Stream.of(0, byEnd.isEmpty() ? 0 : byEnd.lastKey())
                            .distinct()
                            .map(end -> Samples.point(end, without))
                            .toList()));
        }
        return new Panel(
                "Accuracy at the end",
                Axis.linear("End of the deficit, t1 (iteration)"),
                Axis.share("Test accuracy"),
                curves);
    }

    /** A run that never recovers has the deficit until its own end. */
    private static int endOfDeficit(Outcome outcome) {
        return "deficit".equals(outcome.role().family()) ? outcome.endIteration() : outcome.beginIteration();
    }

    /** Each curve follows the run with the deficit up to t1, and from there the one that recovers. */
    private static Panel fisher(Evidence evidence) {
        var study = evidence.study();
        var runs = new LinkedHashMap<String, List<Outcome>>();
        runs.put(NONE, study.dense());
        study.outcomes().stream()
                .filter(outcome -> !outcome.ofTrunk())
                .sorted(Comparator.comparing(Outcome::beginIteration))
                .forEach(outcome -> runs.computeIfAbsent(
                                "deficit until " + outcome.role().variant(), none -> new ArrayList<>())
                        .add(outcome));
        var seeds = StudyOutcomes.seeds(study.outcomes());
        var traces = evidence.measurements().byTrial("fisher-trace", seeds.keySet());
        var curves = runs.entrySet().stream()
                .map(run -> IterationCurves.of(
                        run.getKey(),
                        run.getKey().equals(NONE) ? Curve.Kind.REFERENCE : Curve.Kind.CURVE,
                        run.getValue().stream()
                                .flatMap(outcome -> own(outcome, traces.getOrDefault(outcome.trial(), List.of())))
                                .toList(),
                        0,
                        seeds))
                .toList();
        return new Panel(
                "Fisher information", Axis.log("Iteration"), Axis.log("Trace of the Fisher information"), curves);
    }

    /** What lies at t1 belongs to the run that recovers. */
    private static Stream<Measured> own(Outcome outcome, List<Measured> traces) {
        return traces.stream()
                .filter(measured ->
                        !"deficit".equals(outcome.role().family()) || measured.iteration() < outcome.endIteration());
    }
}
