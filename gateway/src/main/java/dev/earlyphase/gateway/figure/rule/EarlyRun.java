package dev.earlyphase.gateway.figure.rule;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;

import dev.earlyphase.contracts.figure.Point.Sample;
import dev.earlyphase.gateway.outcome.Outcome;
import dev.earlyphase.gateway.series.WindowStore.Evaluated;
import dev.earlyphase.gateway.series.WindowStore.Reading;

/**
 * The early phase of one dense run.
 *
 * @param readings iterations ascending
 * @param evaluations iterations ascending
 */
record EarlyRun(Outcome outcome, List<Reading> readings, List<Evaluated> evaluations) {
    /** Iterations over which the gradient's norm is smoothed. */
    static final int SMOOTHED = 25;

    /** How far from a moment an evaluation may lie and still stand for it, as a share of its iterations. */
    private static final double NEAR = 0.1;

    /** Where the running median of the gradient's norm is lowest. */
    OptionalInt gradientMinimum() {
        double[] norms = readings.stream()
                .takeWhile(reading -> reading.gradientL2() != null)
                .mapToDouble(Reading::gradientL2)
                .toArray();
        int lowest = RunningMedian.lowest(norms, SMOOTHED);
        return lowest < 0
                ? OptionalInt.empty()
                : OptionalInt.of(readings.get(lowest).iteration());
    }

    /** Where the mean magnitude of the weights is lowest. */
    Optional<Reading> smallestWeights() {
        return readings.stream()
                .filter(reading -> reading.weightMeanMagnitude() != null)
                .min(Comparator.comparingDouble(Reading::weightMeanMagnitude));
    }

    Optional<Sample> signsChanged(int iteration) {
        return readings.stream()
                .filter(reading -> reading.iteration() == iteration && reading.signsChanged() != null)
                .map(reading -> sample(reading.signsChanged(), iteration))
                .findFirst();
    }

    /** The last iteration that was read; 0 without any. */
    int last() {
        return readings.isEmpty() ? 0 : readings.getLast().iteration();
    }

    /** The accuracy at the evaluation nearest to an iteration. */
    Optional<Sample> nearestAccuracy(int iteration) {
        return evaluations.stream()
                .min(Comparator.comparingInt(evaluated -> Math.abs(evaluated.iteration() - iteration)))
                .map(evaluated -> sample(evaluated.accuracy(), evaluated.iteration()));
    }

    /** The same; empty where that is too far from it, and where the run ended before. */
    Optional<Sample> accuracy(int iteration) {
        return nearestAccuracy(iteration)
                .filter(sample -> iteration <= outcome.endIteration())
                .filter(sample -> Math.abs(sample.iteration() - iteration) <= NEAR * iteration);
    }

    Sample sample(double value, int iteration) {
        return new Sample(outcome.role().seed(), value, outcome.trial(), iteration);
    }

    /** What each of several runs has of something. */
    static <T> List<T> each(List<EarlyRun> runs, Function<EarlyRun, Optional<T>> value) {
        return runs.stream().flatMap(run -> value.apply(run).stream()).toList();
    }
}
