package dev.earlyphase.gateway.figure.rule;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

import dev.earlyphase.contracts.figure.Axis;
import dev.earlyphase.contracts.figure.Curve;
import dev.earlyphase.contracts.figure.Fact;
import dev.earlyphase.contracts.figure.Panel;
import dev.earlyphase.contracts.figure.Point;
import dev.earlyphase.contracts.study.Recipe;
import dev.earlyphase.contracts.trial.Training;
import dev.earlyphase.gateway.outcome.Outcome;
import dev.earlyphase.gateway.outcome.StudyOutcomes;
import dev.earlyphase.gateway.sample.Samples;

/** A row of Table A1: a dense network's accuracy and how it was trained; drawn seed by seed. */
final class DenseTable implements FigureRule {
    @Override
    public String name() {
        return "table-a1";
    }

    @Override
    public String title() {
        return "Accuracy of the dense network";
    }

    @Override
    public boolean appliesTo(StudyOutcomes study) {
        return study.request().recipe() == Recipe.DENSE;
    }

    @Override
    public Content content(Evidence evidence) {
        var study = evidence.study();
        var completed = study.dense().stream().filter(Outcome::hasAccuracy).toList();
        return new Content(completed.isEmpty() ? List.of() : List.of(panel(completed)), facts(study, completed));
    }

    private static Panel panel(List<Outcome> completed) {
        var samples = completed.stream().map(Outcome::accuracy).toList();
        var seeds = samples.stream()
                .map(sample -> Samples.point(sample.seed(), List.of(sample)))
                .sorted((one, other) -> Double.compare(one.x(), other.x()))
                .toList();
        var ends = List.of(seeds.getFirst(), seeds.getLast()).stream()
                .mapToDouble(Point::x)
                .distinct()
                .mapToObj(seed -> Samples.point(seed, samples))
                .toList();
        return new Panel(
                "Dense network",
                Axis.linear("Seed"),
                Axis.share("Test accuracy"),
                List.of(
                        new Curve("one seed", Curve.Kind.SCATTER, seeds),
                        new Curve("mean over seeds", Curve.Kind.REFERENCE, ends)));
    }

    private static List<Fact> facts(StudyOutcomes study, List<Outcome> completed) {
        var request = study.request();
        Training training = request.training().resolve(request.network(), request.dataset());
        int perEpoch = training.iterationsPerEpoch(request.dataset());
        var facts = new ArrayList<Fact>();
        if (!completed.isEmpty()) {
            var trials = completed.stream().map(Outcome::trial).toList();
            double[] accuracies =
                    completed.stream().mapToDouble(Outcome::testAccuracy).toArray();
            facts.add(new Fact("Test accuracy", FactText.percent(accuracies), null, trials));
            double[] losses = completed.stream()
                    .filter(outcome -> outcome.testLoss() != null)
                    .mapToDouble(Outcome::testLoss)
                    .toArray();
            if (losses.length > 0) {
                facts.add(new Fact("Test loss", FactText.number(losses), null, trials));
            }
        }
        facts.add(setting("Epochs", decimal((double) training.end().iterations() / perEpoch)));
        facts.add(setting("Iterations", decimal(training.end().iterations())));
        facts.add(setting("Batch size", decimal(training.batchSize())));
        facts.add(setting("Learning rate", decimal(training.learningRate())));
        facts.add(setting("Momentum", decimal(training.momentum())));
        facts.add(setting("Weight decay", decimal(training.weightDecay())));
        facts.add(setting("Learning rate times " + decimal(training.decay()) + " at", milestones(training, perEpoch)));
        facts.add(setting("Augmentation", training.augment() ? "flips and crops" : "none"));
        return facts;
    }

    private static String milestones(Training training, int perEpoch) {
        return training.milestones().isEmpty()
                ? "no epoch"
                : "epochs "
                        + training.milestones().stream()
                                .map(moment -> decimal((double) moment.iterations() / perEpoch))
                                .collect(Collectors.joining(", "));
    }

    private static Fact setting(String name, String value) {
        return new Fact(name, value, null, List.of());
    }

    /** Four figures at most. */
    private static String decimal(double value) {
        return value == Math.rint(value) && Math.abs(value) < 1e9
                ? String.format(Locale.ROOT, "%,.0f", value)
                : new java.math.BigDecimal(value)
                        .round(new java.math.MathContext(4))
                        .stripTrailingZeros()
                        .toPlainString();
    }
}
