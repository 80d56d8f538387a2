package dev.earlyphase.gateway.figure.rule;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import dev.earlyphase.contracts.figure.Axis;
import dev.earlyphase.contracts.figure.Curve;
import dev.earlyphase.contracts.figure.Panel;
import dev.earlyphase.contracts.figure.Point;
import dev.earlyphase.contracts.trial.Moment;
import dev.earlyphase.gateway.outcome.StudyOutcomes;
import dev.earlyphase.gateway.series.Quantity;
import dev.earlyphase.gateway.series.Quantity.Table;

/** Figure 3: what the weights, the gradient and the loss of the dense runs do, iteration by iteration. */
final class TelemetryFigure implements FigureRule {
    private static final String TO_START = "to W_0";
    private static final String TO_END = "to W_T";

    @Override
    public String name() {
        return "figure-3";
    }

    @Override
    public String title() {
        return "Telemetry of the early phase";
    }

    @Override
    public boolean appliesTo(StudyOutcomes study) {
        return observed(study);
    }

    /** Unless it asks for none, a study observes its dense runs. */
    static boolean observed(StudyOutcomes study) {
        return !Moment.START.equals(study.request().observe().telemetryUntil());
    }

    @Override
    public Content content(Evidence evidence) {
        var seeds = evidence.study().denseSeeds();
        Map<Quantity, List<Point>> found = new EnumMap<>(Quantity.class);
        for (Table table : Table.values()) {
            found.putAll(evidence.series().points(table.quantities(), seeds, evidence.samples()));
        }
        var panels = new ArrayList<Panel>();
        panels.add(panel("Training loss", Axis.linear("Cross-entropy"), found, Quantity.TRAINING_LOSS));
        panels.add(panel("Test accuracy", Axis.share("Accuracy"), found, Quantity.TEST_ACCURACY));
        panels.add(panel("Test loss", Axis.linear("Cross-entropy"), found, Quantity.TEST_LOSS));
        panels.add(panel("Mean magnitude of weights", Axis.linear("Mean |w|"), found, Quantity.WEIGHT_MEAN_MAGNITUDE));
        panels.add(panel("Signs changed", Axis.share("Share of weights"), found, Quantity.SIGNS_CHANGED));
        panels.add(
                panel("Mean magnitude of the gradient", Axis.log("Mean |g|"), found, Quantity.GRADIENT_MEAN_MAGNITUDE));
        panels.add(panel("L2 norm of the gradient", Axis.log("|g|₂"), found, Quantity.GRADIENT_L2));
        panels.add(new Panel(
                "L2 distance",
                Axis.log("Iteration"),
                Axis.linear("L2 distance"),
                List.of(
                        new Curve(TO_START, Curve.Kind.CURVE, found.get(Quantity.DISTANCE_TO_START)),
                        new Curve(TO_END, Curve.Kind.CURVE, found.get(Quantity.DISTANCE_TO_END)))));
        panels.add(new Panel(
                "Cosine similarity",
                Axis.log("Iteration"),
                Axis.linear("Cosine"),
                List.of(
                        new Curve(TO_START, Curve.Kind.CURVE, found.get(Quantity.COSINE_TO_START)),
                        new Curve(TO_END, Curve.Kind.CURVE, found.get(Quantity.COSINE_TO_END)))));
        panels.add(traced(evidence));
        return new Content(
                panels, EarlyEvents.of(evidence).stream().map(EarlyEvent::fact).toList());
    }

    private static Panel panel(String title, Axis y, Map<Quantity, List<Point>> found, Quantity quantity) {
        return new Panel(
                title,
                Axis.log("Iteration"),
                y,
                List.of(new Curve(title.toLowerCase(Locale.ROOT), Curve.Kind.CURVE, found.get(quantity))));
    }

    /** Of the first seed alone: means over seeds of single weights mean nothing. */
    private static Panel traced(Evidence evidence) {
        List<Curve> curves = evidence.study().dense().stream()
                .findFirst()
                .map(first ->
                        evidence.window().traced(first.trial(), first.role().seed()))
                .orElse(List.of());
        return new Panel("Single weights, first seed", Axis.log("Iteration"), Axis.linear("w"), curves);
    }
}
