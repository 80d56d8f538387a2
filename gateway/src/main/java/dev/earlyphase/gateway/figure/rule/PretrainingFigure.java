package dev.earlyphase.gateway.figure.rule;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;

import dev.earlyphase.contracts.figure.Curve;
import dev.earlyphase.contracts.figure.Panel;
import dev.earlyphase.contracts.study.Recipe;
import dev.earlyphase.contracts.trial.Moment;
import dev.earlyphase.gateway.outcome.Outcome;
import dev.earlyphase.gateway.outcome.StudyOutcomes;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

/**
 * Figures 8 and 9: accuracy by density after pre-training on another task, a panel for each task, a curve for each
 * length (and kind of mask), beside the chains without pre-training.
 */
record PretrainingFigure(String name, String title, Recipe recipe) implements FigureRule {
    /** The runs on the other task; their accuracy is that of the other task. */
    private static final String PRETRAINING_ITSELF = "pretraining";

    @Override
    public boolean appliesTo(StudyOutcomes study) {
        return study.request().recipe() == recipe;
    }

    @Override
    public Content content(Evidence evidence) {
        var study = evidence.study();
        return new Content(study.families().stream()
                .filter(family -> !family.equals(PRETRAINING_ITSELF))
                .map(family -> panel(study, family))
                .toList());
    }

    private static Panel panel(StudyOutcomes study, String family) {
        var curves = new ArrayList<Curve>();
        study.ofFamily(family).stream()
                .sorted(Comparator.comparingInt(PretrainingFigure::length))
                .collect(groupingBy(outcome -> outcome.role().variant(), LinkedHashMap::new, toList()))
                .forEach((variant, outcomes) ->
                        curves.add(DensityCurves.of(label(variant), Curve.Kind.CURVE, outcomes)));
        for (String rewind : study.rewindingPoints()) {
            curves.add(DensityCurves.of(
                    "no pre-training, rewound to " + rewind, Curve.Kind.REFERENCE, study.chain(rewind)));
        }
        return DensityCurves.panel(TaskLabel.of(family), curves);
    }

    /** Of the pre-training. Moments of one study are of one form, or in an order of their own. */
    private static int length(Outcome outcome) {
        return Moment.parse(outcome.role().variant().split(" ")[0]).iteration(1_000);
    }

    private static String label(String variant) {
        int space = variant.indexOf(' ');
        return space < 0
                ? variant
                : variant.substring(0, space)
                        + switch (variant.substring(space + 1)) {
                            case "imp" -> ", IMP mask";
                            case "reinitialised" -> ", IMP mask, weights redrawn";
                            case "random" -> ", random mask";
                            default -> ", " + variant.substring(space + 1);
                        };
    }
}
