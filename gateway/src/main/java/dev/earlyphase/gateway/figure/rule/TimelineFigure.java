package dev.earlyphase.gateway.figure.rule;

import java.util.List;

import dev.earlyphase.contracts.figure.Axis;
import dev.earlyphase.contracts.figure.Curve;
import dev.earlyphase.contracts.figure.Panel;
import dev.earlyphase.gateway.outcome.StudyOutcomes;
import dev.earlyphase.gateway.sample.Samples;
import dev.earlyphase.gateway.series.Quantity;

/**
 * Figure 2: the rough timeline of the early phase. Accuracy and changed signs over iterations, and on them the events that
 * the paper tells of, each where it happened.
 */
final class TimelineFigure implements FigureRule {
    @Override
    public String name() {
        return "figure-2";
    }

    @Override
    public String title() {
        return "Timeline of the early phase";
    }

    @Override
    public boolean appliesTo(StudyOutcomes study) {
        return TelemetryFigure.observed(study);
    }

    @Override
    public Content content(Evidence evidence) {
        var seeds = evidence.study().denseSeeds();
        var accuracy = evidence.series().points(List.of(Quantity.TEST_ACCURACY), seeds, evidence.samples());
        var telemetry = evidence.series().points(List.of(Quantity.SIGNS_CHANGED), seeds, evidence.samples());
        var events = EarlyEvents.of(evidence);
        var marks = events.stream()
                .filter(event -> !event.heights().isEmpty())
                .map(event -> Samples.point(event.iteration(), event.mark(), event.heights()))
                .sorted((one, other) -> Double.compare(one.x(), other.x()))
                .toList();
        return new Content(
                List.of(new Panel(
                        "Dense network",
                        Axis.log("Iteration"),
                        Axis.share("Test accuracy, signs changed"),
                        List.of(
                                new Curve("test accuracy", Curve.Kind.CURVE, accuracy.get(Quantity.TEST_ACCURACY)),
                                new Curve("signs changed", Curve.Kind.CURVE, telemetry.get(Quantity.SIGNS_CHANGED)),
                                new Curve("events", Curve.Kind.SCATTER, marks)))),
                events.stream().map(EarlyEvent::fact).toList());
    }
}
