package dev.earlyphase.gateway.figure.rule;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalDouble;

import dev.earlyphase.contracts.figure.Point.Sample;
import dev.earlyphase.gateway.outcome.Outcome;
import dev.earlyphase.gateway.series.Measured;

/** The lines between runs, as they were scored. */
final class LineErrors {
    private LineErrors() {}

    /**
     * One line.
     *
     * @param rewind the moment at which its two runs parted
     * @param positions from 0 to 1
     * @param errors at these, by {@code train} and {@code test}
     */
    record Line(
            Outcome outcome, String rewind, int iteration, List<Double> positions, Map<String, List<Double>> errors) {
        Sample sample(double value) {
            return new Sample(outcome.role().seed(), value, outcome.trial(), iteration);
        }

        /** The highest error less the mean of those at the ends; empty where one of them is not known. */
        OptionalDouble barrier(String set) {
            List<Double> values = errors.getOrDefault(set, List.of());
            if (values.isEmpty() || values.stream().anyMatch(Objects::isNull)) {
                return OptionalDouble.empty();
            }
            double highest =
                    values.stream().mapToDouble(Double::doubleValue).max().orElseThrow();
            return OptionalDouble.of(highest - (values.getFirst() + values.getLast()) / 2);
        }
    }

    static List<Line> of(Evidence evidence) {
        var outcomes = evidence.study().ofFamily("line");
        var trials = outcomes.stream().map(Outcome::trial).toList();
        var positions = evidence.measurements().byTrial("line-position", trials);
        var train = evidence.measurements().byTrial("line-train-error", trials);
        var test = evidence.measurements().byTrial("line-test-error", trials);
        return outcomes.stream()
                .filter(outcome -> positions.containsKey(outcome.trial()))
                .map(outcome -> {
                    Measured at = positions.get(outcome.trial()).getFirst();
                    return new Line(
                            outcome,
                            outcome.role().rewind(),
                            at.iteration(),
                            at.values(),
                            Map.of("train", values(train, outcome), "test", values(test, outcome)));
                })
                .toList();
    }

    private static List<Double> values(Map<String, List<Measured>> byTrial, Outcome outcome) {
        var found = byTrial.get(outcome.trial());
        return found == null ? List.of() : found.getFirst().values();
    }
}
