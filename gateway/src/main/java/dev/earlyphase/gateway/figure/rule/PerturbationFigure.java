package dev.earlyphase.gateway.figure.rule;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;

import dev.earlyphase.contracts.figure.Curve;
import dev.earlyphase.contracts.figure.Panel;
import dev.earlyphase.gateway.outcome.Outcome;
import dev.earlyphase.gateway.outcome.StudyOutcomes;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

/**
 * Figures 4 to 6: accuracy by density after a change of the surviving weights, a panel for each rewinding point k, a
 * curve for each change, beside the unchanged sub-network and the one rewound to the initialisation.
 *
 * @param family of the trials that it shows
 */
record PerturbationFigure(String name, String title, String family) implements FigureRule {
    private static final String INITIALISATION = "0it";
    private static final String UNCHANGED = "unchanged (rewound to k)";

    @Override
    public boolean appliesTo(StudyOutcomes study) {
        return !study.ofFamily(family).isEmpty();
    }

    @Override
    public Content content(Evidence evidence) {
        var study = evidence.study();
        var changed = study.ofFamily(family);
        return new Content(StudyOutcomes.rewindingPoints(changed.stream()).stream()
                .map(rewind -> panel(study, rewind, changed))
                .toList());
    }

    private static Panel panel(StudyOutcomes study, String rewind, List<Outcome> changed) {
        var curves = new ArrayList<Curve>();
        changed.stream()
                .filter(outcome -> rewind.equals(outcome.role().rewind()))
                .collect(groupingBy(outcome -> outcome.role().variant(), LinkedHashMap::new, toList()))
                .forEach((variant, outcomes) ->
                        curves.add(DensityCurves.of(PerturbationLabel.of(variant), Curve.Kind.CURVE, outcomes)));
        curves.add(DensityCurves.of(UNCHANGED, Curve.Kind.REFERENCE, study.chain(rewind)));
        if (!rewind.equals(INITIALISATION)) {
            curves.add(DensityCurves.of(
                    "rewound to " + INITIALISATION, Curve.Kind.REFERENCE, study.chain(INITIALISATION)));
        }
        return DensityCurves.panel("k = " + rewind, curves);
    }
}
