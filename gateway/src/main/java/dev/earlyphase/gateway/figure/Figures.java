package dev.earlyphase.gateway.figure;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import jakarta.enterprise.context.ApplicationScoped;

import dev.earlyphase.contracts.error.DomainException.NotFound;
import dev.earlyphase.contracts.figure.Figure;
import dev.earlyphase.contracts.study.StudyView;
import dev.earlyphase.gateway.figure.rule.Evidence;
import dev.earlyphase.gateway.figure.rule.FigureRule;
import dev.earlyphase.gateway.figure.rule.FigureRules;
import dev.earlyphase.gateway.outcome.Outcomes;
import dev.earlyphase.gateway.outcome.StudyOutcomes;
import dev.earlyphase.gateway.series.MeasurementStore;
import dev.earlyphase.gateway.series.SeriesStore;
import dev.earlyphase.gateway.series.WindowStore;

/** Makes the figures of studies. */
@ApplicationScoped
public class Figures {
    private final Outcomes outcomes;
    private final SeriesStore series;
    private final WindowStore window;
    private final MeasurementStore measurements;

    Figures(Outcomes outcomes, SeriesStore series, WindowStore window, MeasurementStore measurements) {
        this.outcomes = outcomes;
        this.series = series;
        this.window = window;
        this.measurements = measurements;
    }

    /** Those that a study has, be they without points yet; that of its recipe first. */
    public List<FigureRule> of(StudyView study) {
        return applying(outcomes.of(study));
    }

    /**
     * The figure as it stands.
     *
     * @param samples whether each point is to have the values that it is the mean of
     * @throws NotFound where the study has no such figure; says which it has
     */
    public Figure figure(StudyView study, String name, boolean samples) {
        var known = outcomes.of(study);
        var applying = applying(known);
        FigureRule rule = applying.stream()
                .filter(candidate -> candidate.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new NotFound(
                        "figure",
                        name + " of study " + study.id() + "; it has "
                                + applying.stream().map(FigureRule::name).collect(Collectors.joining(", "))));
        var content = rule.content(new Evidence(known, series, window, measurements, samples));
        return FigureAssembly.of(rule, known, content, samples);
    }

    private static List<FigureRule> applying(StudyOutcomes study) {
        String own = study.request().recipe().figure();
        return FigureRules.ALL.stream()
                .filter(rule -> rule.appliesTo(study))
                .sorted(Comparator.comparing(rule -> !rule.name().equals(own)))
                .toList();
    }
}
