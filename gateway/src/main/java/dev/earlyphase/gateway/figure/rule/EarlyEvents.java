package dev.earlyphase.gateway.figure.rule;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

import dev.earlyphase.contracts.figure.Fact;
import dev.earlyphase.contracts.figure.Point.Sample;
import dev.earlyphase.gateway.outcome.Outcome;
import dev.earlyphase.gateway.sample.Samples;

/**
 * What happens in the early phase of the dense runs of a study, beside what the paper reports of ResNet-20 on CIFAR-10. An
 * event whose iteration was not reached, or not observed, is left out.
 */
final class EarlyEvents {
    /** The paper has five; every iteration of each run is read. */
    private static final int MOST_RUNS = 10;
    /** The end of the paper's window. */
    private static final int WINDOW = 4_000;

    private static final int FIRST_ITERATIONS = 10;
    private static final int SETTLED = 2_000;

    private EarlyEvents() {}

    static List<EarlyEvent> of(Evidence evidence) {
        var request = evidence.study().request();
        int perEpoch =
                request.training().resolve(request.network(), request.dataset()).iterationsPerEpoch(request.dataset());
        var runs = runs(evidence);
        var events = new ArrayList<EarlyEvent>();
        signs(runs, FIRST_ITERATIONS, "about 3 %").ifPresent(events::add);
        gradientMinimum(runs).ifPresent(events::add);
        smallestWeights(runs).ifPresent(events::add);
        accuracy(runs, perEpoch, "after one epoch", "about 55 %").ifPresent(events::add);
        accuracy(runs, SETTLED, "at iteration 2,000", "about 80 %").ifPresent(events::add);
        int last = runs.stream().mapToInt(EarlyRun::last).max().orElse(0);
        if (last > FIRST_ITERATIONS) {
            signs(runs, last, null).ifPresent(events::add);
        }
        end(evidence.study().dense()).ifPresent(events::add);
        return events;
    }

    private static List<EarlyRun> runs(Evidence evidence) {
        var dense = evidence.study().dense().stream().limit(MOST_RUNS).toList();
        var trials = dense.stream().map(Outcome::trial).toList();
        var readings = evidence.window().readings(trials, WINDOW);
        var evaluations = evidence.window().evaluations(trials);
        return dense.stream()
                .map(outcome -> new EarlyRun(
                        outcome,
                        readings.getOrDefault(outcome.trial(), List.of()),
                        evaluations.getOrDefault(outcome.trial(), List.of())))
                .toList();
    }

    private static Optional<EarlyEvent> signs(List<EarlyRun> runs, int iteration, String paper) {
        var samples = EarlyRun.each(runs, run -> run.signsChanged(iteration));
        return event(
                String.format(Locale.ROOT, "Signs changed by iteration %,d", iteration),
                percent(samples),
                "of signs changed",
                paper,
                samples);
    }

    private static Optional<EarlyEvent> accuracy(List<EarlyRun> runs, int iteration, String when, String paper) {
        var samples = EarlyRun.each(runs, run -> run.accuracy(iteration));
        return event("Test accuracy " + when, percent(samples), "accuracy " + when, paper, samples);
    }

    private static Optional<EarlyEvent> end(List<Outcome> dense) {
        var samples = dense.stream()
                .filter(Outcome::hasAccuracy)
                .map(Outcome::accuracy)
                .toList();
        return event("Test accuracy at the end", percent(samples), "accuracy at the end", null, samples);
    }

    private static Optional<EarlyEvent> event(
            String name, String value, String mark, String paper, List<Sample> samples) {
        return samples.isEmpty()
                ? Optional.empty()
                : Optional.of(new EarlyEvent(
                        new Fact(name, value, paper, trials(samples)),
                        rounded(samples) + " " + mark,
                        samples.stream().mapToInt(Sample::iteration).average().orElseThrow(),
                        samples));
    }

    private static Optional<EarlyEvent> gradientMinimum(List<EarlyRun> runs) {
        var found = new ArrayList<EarlyRun>();
        var minima = DoubleStream.builder();
        for (EarlyRun run : runs) {
            run.gradientMinimum().ifPresent(iteration -> {
                found.add(run);
                minima.add(iteration);
            });
        }
        double[] iterations = minima.build().toArray();
        return moment(
                "Minimum of the gradient's L2 norm (running median of " + EarlyRun.SMOOTHED + " iterations)",
                "about iteration 200",
                "gradient's minimum",
                found,
                iterations,
                "");
    }

    private static Optional<EarlyEvent> smallestWeights(List<EarlyRun> runs) {
        var found =
                runs.stream().filter(run -> run.smallestWeights().isPresent()).toList();
        var readings = EarlyRun.each(found, EarlyRun::smallestWeights);
        double[] magnitudes = readings.stream()
                .mapToDouble(reading -> reading.weightMeanMagnitude())
                .toArray();
        return moment(
                "Minimum of the weights' mean magnitude",
                null,
                "mean |w| at its minimum",
                found,
                readings.stream().mapToDouble(reading -> reading.iteration()).toArray(),
                magnitudes.length == 0 ? "" : ": " + FactText.number(magnitudes));
    }

    /** An event known by its iteration; the timeline places it at the accuracy then. */
    private static Optional<EarlyEvent> moment(
            String name, String paper, String mark, List<EarlyRun> runs, double[] iterations, String more) {
        if (runs.isEmpty()) {
            return Optional.empty();
        }
        var heights = IntStream.range(0, runs.size())
                .mapToObj(i -> runs.get(i).nearestAccuracy((int) iterations[i]))
                .flatMap(Optional::stream)
                .toList();
        var trials = runs.stream().map(run -> run.outcome().trial()).toList();
        return Optional.of(new EarlyEvent(
                new Fact(name, FactText.iteration(iterations) + more, paper, trials),
                mark,
                Samples.mean(iterations),
                heights));
    }

    private static String percent(List<Sample> samples) {
        return samples.isEmpty() ? "" : FactText.percent(values(samples));
    }

    private static double[] values(List<Sample> samples) {
        return samples.stream().mapToDouble(Sample::value).toArray();
    }

    private static List<String> trials(List<Sample> samples) {
        return samples.stream().map(Sample::trial).distinct().toList();
    }

    private static String rounded(List<Sample> samples) {
        return String.format(Locale.ROOT, "%.1f %%", 100 * Samples.mean(values(samples)));
    }
}
