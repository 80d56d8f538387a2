package dev.earlyphase.gateway.figure.rule;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;

import dev.earlyphase.contracts.figure.Curve;
import dev.earlyphase.contracts.figure.Panel;
import dev.earlyphase.contracts.study.Recipe;
import dev.earlyphase.gateway.outcome.Outcome;
import dev.earlyphase.gateway.outcome.StudyOutcomes;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

/**
 * Pruning at initialisation: accuracy by density, a panel for the masks as the rules find them and for each sanity check,
 * a curve for each rule, beside iterative magnitude pruning and the dense network.
 */
final class InitialPruningFigure implements FigureRule {
    @Override
    public String name() {
        return "pruning-at-initialisation";
    }

    @Override
    public String title() {
        return "Accuracy after pruning at initialisation";
    }

    @Override
    public boolean appliesTo(StudyOutcomes study) {
        return study.request().recipe() == Recipe.PRUNING_AT_INITIALISATION;
    }

    @Override
    public Content content(Evidence evidence) {
        var study = evidence.study();
        var treated =
                study.outcomes().stream().filter(outcome -> !outcome.ofTrunk()).toList();
        var rewinds = StudyOutcomes.rewindingPoints(treated.stream());
        var panels = new ArrayList<Panel>();
        treated.stream()
                .collect(groupingBy(outcome -> outcome.role().variant(), LinkedHashMap::new, toList()))
                .forEach((check, outcomes) -> {
                    for (String rewind : rewinds) {
                        String title = label(check) + (rewinds.size() > 1 ? ", k = " + rewind : "");
                        panels.add(DensityCurves.panel(title, curves(study, rewind, outcomes)));
                    }
                });
        return new Content(panels);
    }

    private static List<Curve> curves(StudyOutcomes study, String rewind, List<Outcome> outcomes) {
        var curves = new ArrayList<Curve>();
        outcomes.stream()
                .filter(outcome -> rewind.equals(outcome.role().rewind()))
                .collect(groupingBy(outcome -> outcome.role().family(), LinkedHashMap::new, toList()))
                .forEach((rule, found) -> curves.add(DensityCurves.of(rule(rule), Curve.Kind.CURVE, found)));
        if (study.rewindingPoints().contains(rewind)) {
            curves.add(DensityCurves.of("iterative magnitude pruning", Curve.Kind.REFERENCE, study.chain(rewind)));
        }
        curves.addAll(DensityCurves.denseLine(study.dense(), curves));
        return curves;
    }

    private static String label(String check) {
        return switch (check) {
            case "as-found" -> "As found";
            case "shuffled" -> "Survivors shuffled within layers";
            case "redrawn" -> "Weights drawn anew";
            default -> check;
        };
    }

    private static String rule(String rule) {
        return switch (rule) {
            case "snip" -> "SNIP";
            case "grasp" -> "GraSP";
            case "synflow" -> "SynFlow";
            default -> rule;
        };
    }
}
